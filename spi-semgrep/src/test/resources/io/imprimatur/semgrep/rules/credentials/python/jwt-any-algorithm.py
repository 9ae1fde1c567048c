import jwt

# ruleid: imprimatur.python.jwt-any-algorithm
one = jwt.decode(token, key, algorithms=["HS256", "none"])
header = jwt.get_unverified_header(token)
# ruleid: imprimatur.python.jwt-any-algorithm
two = jwt.decode(token, key, algorithms=[header["alg"]])
# ruleid: imprimatur.python.jwt-any-algorithm
three = jwt.decode(token, key)
# ruleid: imprimatur.python.jwt-any-algorithm
made = jwt.encode({"sub": "1"}, None, algorithm="none")
# ok: imprimatur.python.jwt-any-algorithm
four = jwt.decode(token, key, algorithms=["RS256"])
# ok: imprimatur.python.jwt-any-algorithm
signed = jwt.encode({"sub": "1"}, key, algorithm="RS256")
