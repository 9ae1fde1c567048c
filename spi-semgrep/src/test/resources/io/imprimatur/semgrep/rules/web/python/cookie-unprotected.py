# ruleid: imprimatur.python.cookie-unprotected
response.set_cookie("session", value, httponly=False)
# ruleid: imprimatur.python.cookie-unprotected
SESSION_COOKIE_SECURE = False
# ok: imprimatur.python.cookie-unprotected
response.set_cookie("session", value, secure=True, httponly=True, samesite="Lax")
