import requests

# ruleid: imprimatur.python.http-without-timeout
requests.get("https://api.example/items")
# ruleid: imprimatur.python.http-without-timeout
requests.request("POST", "https://api.example/items", json={"a": 1})
session = requests.Session()
# ruleid: imprimatur.python.http-without-timeout
session.post("https://api.example/items", json={"a": 1})

# ok: imprimatur.python.http-without-timeout
requests.get("https://api.example/items", timeout=10)
# ok: imprimatur.python.http-without-timeout
session.post("https://api.example/items", json={"a": 1}, timeout=(3, 10))


def fetch(**options):
    # ok: imprimatur.python.http-without-timeout
    return requests.get("https://api.example/items", **options)
