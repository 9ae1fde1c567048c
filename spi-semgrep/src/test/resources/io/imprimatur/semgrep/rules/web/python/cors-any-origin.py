from fastapi.middleware.cors import CORSMiddleware
from flask_cors import CORS

# ruleid: imprimatur.python.cors-any-origin
app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)
# ruleid: imprimatur.python.cors-any-origin
CORS(flask_app)
# ruleid: imprimatur.python.cors-any-origin
response.headers["Access-Control-Allow-Origin"] = "*"
# ok: imprimatur.python.cors-any-origin
app.add_middleware(CORSMiddleware, allow_origins=["https://shop.example"])
# ok: imprimatur.python.cors-any-origin
CORS(flask_app, origins=["https://shop.example"])
