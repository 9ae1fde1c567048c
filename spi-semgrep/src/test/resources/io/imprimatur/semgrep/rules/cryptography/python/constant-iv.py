import os

from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers import modes

# ruleid: imprimatur.python.constant-iv
one = AES.new(key, AES.MODE_CBC, b"0123456789abcdef")
# ruleid: imprimatur.python.constant-iv
two = AES.new(key, AES.MODE_CBC, iv=b"\x00" * 16)
# ruleid: imprimatur.python.constant-iv
three = modes.CBC(bytes(16))
# ok: imprimatur.python.constant-iv
four = AES.new(key, AES.MODE_CBC, iv=os.urandom(16))
iv = os.urandom(16)
# ok: imprimatur.python.constant-iv
five = modes.CBC(iv)
