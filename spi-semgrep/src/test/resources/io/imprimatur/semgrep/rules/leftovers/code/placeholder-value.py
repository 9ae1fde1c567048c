# ruleid: imprimatur.code.placeholder-value
client = Client("your-api-key-here")
# ruleid: imprimatur.code.placeholder-value
SECRET = "changeme"
# ruleid: imprimatur.code.placeholder-value
bucket = Bucket("<YOUR_BUCKET>")
# ok: imprimatur.code.placeholder-value
label = "your orders"
# ok: imprimatur.code.placeholder-value
key = settings["api_key"]
