import jwt

# ruleid: imprimatur.python.jwt-expiry-unchecked
one = jwt.decode(token, key, algorithms=["RS256"], options={"verify_exp": False})
# ruleid: imprimatur.python.jwt-expiry-unchecked
two = jwt.decode(token, key, algorithms=["RS256"], options={"require": ["exp"], "verify_aud": False})
# ok: imprimatur.python.jwt-expiry-unchecked
three = jwt.decode(token, key, algorithms=["RS256"], options={"require": ["exp"]})
