import socket

import uvicorn

if __name__ == "__main__":
    # ruleid: imprimatur.python.binds-every-interface
    app.run(host="0.0.0.0", port=8080)
    # ruleid: imprimatur.python.binds-every-interface
    uvicorn.run("shop:app", host="0.0.0.0")
    server = socket.socket()
    # ruleid: imprimatur.python.binds-every-interface
    server.bind(("0.0.0.0", 9000))
    # ok: imprimatur.python.binds-every-interface
    server.bind(("127.0.0.1", 9000))
    # ok: imprimatur.python.binds-every-interface
    app.run(host=settings.host, port=8080)
