import ssl

# ruleid: imprimatur.python.tls-version-old
old = ssl.SSLContext(ssl.PROTOCOL_TLSv1)
context = ssl.create_default_context()
# ruleid: imprimatur.python.tls-version-old
context.minimum_version = ssl.TLSVersion.TLSv1_1
# ruleid: imprimatur.python.tls-version-old
wrapped = ssl.wrap_socket(sock, ssl_version=ssl.PROTOCOL_SSLv3)

# ok: imprimatur.python.tls-version-old
new = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
# ok: imprimatur.python.tls-version-old
context.minimum_version = ssl.TLSVersion.TLSv1_2
