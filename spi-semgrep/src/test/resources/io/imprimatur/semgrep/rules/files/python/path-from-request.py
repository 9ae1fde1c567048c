import os
from pathlib import Path

from flask import Flask, request, send_file
from werkzeug.utils import secure_filename

app = Flask(__name__)


@app.get("/download")
def download():
    name = request.args.get("name")
    # ruleid: imprimatur.python.path-from-request
    return send_file(os.path.join("files", name))


@app.post("/save")
def save():
    # ruleid: imprimatur.python.path-from-request
    with open(f"notes/{request.form['title']}.txt", "w") as file:
        file.write("note")
    return "saved"


@app.get("/raw/<path:name>")
def raw(name):
    # ruleid: imprimatur.python.path-from-request
    return Path("files/" + name).read_text()


@app.get("/safe")
def safe():
    name = secure_filename(request.args.get("name"))
    # ok: imprimatur.python.path-from-request
    return send_file(os.path.join("files", name))


@app.get("/logo")
def logo():
    # ok: imprimatur.python.path-from-request
    return send_file("files/logo.png")
