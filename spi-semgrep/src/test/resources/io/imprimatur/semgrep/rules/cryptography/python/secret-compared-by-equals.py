import hashlib
import hmac


def verify(secret, body, signature):
    # ruleid: imprimatur.python.secret-compared-by-equals
    first = hmac.new(secret, body, hashlib.sha256).hexdigest() == signature
    expected_signature = hmac.new(secret, body, hashlib.sha256).hexdigest()
    # ruleid: imprimatur.python.secret-compared-by-equals
    if signature != expected_signature:
        return False
    # ok: imprimatur.python.secret-compared-by-equals
    second = hmac.compare_digest(signature, expected_signature)
    # ok: imprimatur.python.secret-compared-by-equals
    return first and second and len(signature) == 64
