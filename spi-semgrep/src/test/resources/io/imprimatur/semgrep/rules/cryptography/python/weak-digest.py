import hashlib
import hmac

# ruleid: imprimatur.python.weak-digest
first = hashlib.md5(data).hexdigest()
# ruleid: imprimatur.python.weak-digest
second = hashlib.new("sha1", data).hexdigest()
# ruleid: imprimatur.python.weak-digest
third = hmac.new(key, data, hashlib.sha1).hexdigest()
# ok: imprimatur.python.weak-digest
fourth = hashlib.sha256(data).hexdigest()
# ok: imprimatur.python.weak-digest
cache_key = hashlib.md5(data, usedforsecurity=False).hexdigest()
