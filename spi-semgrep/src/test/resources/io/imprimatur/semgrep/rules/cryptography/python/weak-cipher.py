from Crypto.Cipher import AES, ARC4, DES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

# ruleid: imprimatur.python.weak-cipher
one = DES.new(key, DES.MODE_CBC, iv)
# ruleid: imprimatur.python.weak-cipher
two = AES.new(key, AES.MODE_ECB)
# ruleid: imprimatur.python.weak-cipher
three = ARC4.new(key)
# ruleid: imprimatur.python.weak-cipher
four = Cipher(algorithms.AES(key), modes.ECB())
# ok: imprimatur.python.weak-cipher
five = AES.new(key, AES.MODE_GCM)
# ok: imprimatur.python.weak-cipher
six = Cipher(algorithms.AES(key), modes.CTR(nonce))
