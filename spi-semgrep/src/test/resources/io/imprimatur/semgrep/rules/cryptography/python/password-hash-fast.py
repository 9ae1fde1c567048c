import hashlib

import bcrypt


def store(user, password, salt, content):
    # ruleid: imprimatur.python.password-hash-fast
    user.hash = hashlib.sha256(password.encode()).hexdigest()
    # ruleid: imprimatur.python.password-hash-fast
    user.hash = hashlib.sha512((salt + password).encode("utf-8")).hexdigest()
    # ruleid: imprimatur.python.password-hash-fast
    user.hash = hashlib.sha256(user.password.encode()).hexdigest()
    # ok: imprimatur.python.password-hash-fast
    user.hash = bcrypt.hashpw(password.encode(), bcrypt.gensalt())
    # ok: imprimatur.python.password-hash-fast
    user.etag = hashlib.sha256(content).hexdigest()
    # ok: imprimatur.python.password-hash-fast
    user.hash = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 600_000)
