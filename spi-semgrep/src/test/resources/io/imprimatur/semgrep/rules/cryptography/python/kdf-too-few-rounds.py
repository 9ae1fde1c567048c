import hashlib

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

# ruleid: imprimatur.python.kdf-too-few-rounds
key = hashlib.pbkdf2_hmac("sha256", secret, salt, 1000)
# ruleid: imprimatur.python.kdf-too-few-rounds
kdf = PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt=salt, iterations=10000)
# ok: imprimatur.python.kdf-too-few-rounds
good = hashlib.pbkdf2_hmac("sha256", secret, salt, 600000)
# ok: imprimatur.python.kdf-too-few-rounds
kdf = PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt=salt, iterations=rounds)
