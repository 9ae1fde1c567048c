import random
import secrets
import string


def generate_token(length):
    # ruleid: imprimatur.python.random-for-secret
    return "".join(random.choice(string.ascii_letters) for _ in range(length))


# ruleid: imprimatur.python.random-for-secret
otp = random.randint(100000, 999999)
# ruleid: imprimatur.python.random-for-secret
user.reset_token = str(random.getrandbits(128))
# ruleid: imprimatur.python.random-for-secret
save(user, password="".join(random.sample(string.printable, 12)))

# ok: imprimatur.python.random-for-secret
token = secrets.token_urlsafe(32)
# ok: imprimatur.python.random-for-secret
delay = random.uniform(0.5, 1.5)


def next_token_index(tokens):
    # ok: imprimatur.python.random-for-secret
    colour = random.choice(["red", "green"])
    return colour
