import os

# ruleid: imprimatur.python.secret-by-default
SECRET_KEY = os.environ.get("SECRET_KEY", "dev-secret")
# ruleid: imprimatur.python.secret-by-default
password = os.getenv("DB_PASSWORD", "postgres")
# ruleid: imprimatur.python.secret-by-default
token = os.getenv("API_TOKEN") or "changeme"
# ok: imprimatur.python.secret-by-default
key = os.environ["SECRET_KEY"]
# ok: imprimatur.python.secret-by-default
host = os.getenv("DB_HOST", "localhost")
# ok: imprimatur.python.secret-by-default
other = os.getenv("DB_PASSWORD", "")
