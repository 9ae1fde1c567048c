from flask import request


def login():
    name = request.args.get("name")
    # ruleid: imprimatur.python.log-line-from-request
    logger.info("login of %s", name)
    # ruleid: imprimatur.python.log-line-from-request
    logger.warning(f"from {request.headers['User-Agent']}")
    # ok: imprimatur.python.log-line-from-request
    logger.info("login of %r", name)
    # ok: imprimatur.python.log-line-from-request
    logger.info("login")
