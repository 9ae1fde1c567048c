import requests
from flask import Flask, request

app = Flask(__name__)
SERVICES = {"stock": "https://stock.internal.example"}


@app.get("/preview")
def preview():
    url = request.args.get("url")
    # ruleid: imprimatur.python.request-to-given-address
    return requests.get(url, timeout=5).text


@app.post("/hook")
def hook():
    target = request.get_json()["target"]
    # ruleid: imprimatur.python.request-to-given-address
    return requests.post(f"https://{target}/done", timeout=5).text


@app.get("/stock")
def stock():
    service = SERVICES[request.args["service"]]
    # ok: imprimatur.python.request-to-given-address
    return requests.get(service, timeout=5).text


@app.get("/search")
def search():
    # ok: imprimatur.python.request-to-given-address
    return requests.get("https://search.example", params={"q": request.args["q"]}, timeout=5).text
