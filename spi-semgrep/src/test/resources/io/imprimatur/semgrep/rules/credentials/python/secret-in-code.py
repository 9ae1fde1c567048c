import os

# ruleid: imprimatur.python.secret-in-code
SECRET_KEY = "supersecret123"
# ruleid: imprimatur.python.secret-in-code
app.config["SECRET_KEY"] = "my-flask-key"
# ruleid: imprimatur.python.secret-in-code
connection = connect(host="db", user="shop", password="hunter2hunter2")
# ok: imprimatur.python.secret-in-code
api_key = os.environ["API_KEY"]
# ok: imprimatur.python.secret-in-code
password = "password"
# ok: imprimatur.python.secret-in-code
label(password="Enter your password")
# ok: imprimatur.python.secret-in-code
token_url = "https-token"
