from Crypto.PublicKey import RSA
from cryptography.hazmat.primitives.asymmetric import rsa

# ruleid: imprimatur.python.rsa-key-short
one = RSA.generate(1024)
# ruleid: imprimatur.python.rsa-key-short
two = rsa.generate_private_key(public_exponent=65537, key_size=1024)
# ok: imprimatur.python.rsa-key-short
three = rsa.generate_private_key(public_exponent=65537, key_size=3072)
