import jwt


def user_of(token):
    # ruleid: imprimatur.python.jwt-unverified
    claims = jwt.decode(token, options={"verify_signature": False})
    return claims["sub"]


def old_user_of(token):
    # ruleid: imprimatur.python.jwt-unverified
    return jwt.decode(token, verify=False)["sub"]


def checked_user_of(token, key):
    # ok: imprimatur.python.jwt-unverified
    return jwt.decode(token, key, algorithms=["RS256"])["sub"]


def by_issuer(token):
    # ok: imprimatur.python.jwt-unverified
    issuer = jwt.decode(token, options={"verify_signature": False})["iss"]
    return jwt.decode(token, KEYS[issuer], algorithms=["RS256"])
