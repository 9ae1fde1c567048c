import aiohttp
import httpx
import requests

# ruleid: imprimatur.python.timeout-none
requests.get("https://api.example", timeout=None)
# ruleid: imprimatur.python.timeout-none
client = httpx.AsyncClient(timeout=None)
# ruleid: imprimatur.python.timeout-none
limit = aiohttp.ClientTimeout(total=None)

# ok: imprimatur.python.timeout-none
requests.get("https://api.example", timeout=3)
# ok: imprimatur.python.timeout-none
better = httpx.AsyncClient(timeout=10)
