# ruleid: imprimatur.python.topic-authentication
import jwt

# ok: imprimatur.python.topic-authentication
import json


# ruleid: imprimatur.python.topic-authentication
def login(name, password):
    return json.loads(name)


# ruleid: imprimatur.python.topic-authentication
def verify_password(user, given):
    return user.check(given)


# ok: imprimatur.python.topic-authentication
def logistics(order):
    return jwt
