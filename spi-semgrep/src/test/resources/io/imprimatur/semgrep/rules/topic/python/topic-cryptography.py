# ruleid: imprimatur.python.topic-cryptography
from cryptography.fernet import Fernet


# ruleid: imprimatur.python.topic-cryptography
def encrypt_message(text, key):
    return Fernet(key).encrypt(text)


# ok: imprimatur.python.topic-cryptography
def describe(item):
    return item.text
