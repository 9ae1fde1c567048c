from fastapi import FastAPI
from flask import Flask

app = Flask(__name__)
# ruleid: imprimatur.python.debug-on
app.config["DEBUG"] = True
# ruleid: imprimatur.python.debug-on
api = FastAPI(debug=True)

if __name__ == "__main__":
    # ruleid: imprimatur.python.debug-on
    app.run(debug=True)
    # ok: imprimatur.python.debug-on
    app.run(debug=False)
    # ok: imprimatur.python.debug-on
    app.run(debug=settings.debug)
