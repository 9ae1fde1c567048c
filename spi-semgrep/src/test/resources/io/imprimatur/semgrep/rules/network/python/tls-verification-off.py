import ssl

import aiohttp
import requests

# ruleid: imprimatur.python.tls-verification-off
requests.get("https://internal.example", verify=False, timeout=5)

session = requests.Session()
# ruleid: imprimatur.python.tls-verification-off
session.verify = False
# ruleid: imprimatur.python.tls-verification-off
session.post("https://internal.example", json={}, verify=False, timeout=5)

# ruleid: imprimatur.python.tls-verification-off
context = ssl._create_unverified_context()
# ruleid: imprimatur.python.tls-verification-off
context.check_hostname = False
# ruleid: imprimatur.python.tls-verification-off
context.verify_mode = ssl.CERT_NONE
# ruleid: imprimatur.python.tls-verification-off
connector = aiohttp.TCPConnector(ssl=False)

# ok: imprimatur.python.tls-verification-off
requests.get("https://internal.example", verify="ca.pem", timeout=5)
# ok: imprimatur.python.tls-verification-off
safe = ssl.create_default_context(cafile="ca.pem")
# ok: imprimatur.python.tls-verification-off
signature_matches = checker.run(data, verify=False)
