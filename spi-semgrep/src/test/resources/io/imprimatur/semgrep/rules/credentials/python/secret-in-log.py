import logging

logger = logging.getLogger(__name__)


def login(user, password, card_number):
    # ruleid: imprimatur.python.secret-in-log
    logger.info(f"login of {user} with {password}")
    # ruleid: imprimatur.python.secret-in-log
    logger.debug("login of %s with %s", user, password)
    # ruleid: imprimatur.python.secret-in-log
    print(f"paying by {card_number}")
    # ok: imprimatur.python.secret-in-log
    logger.info("login of %s", user)
    # ok: imprimatur.python.secret-in-log
    logger.warning("the password was wrong")
    # ok: imprimatur.python.secret-in-log
    math.log(password_length)
