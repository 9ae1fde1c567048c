import os
from pathlib import Path

# ruleid: imprimatur.python.file-for-everybody
os.chmod("upload.sh", 0o777)
# ruleid: imprimatur.python.file-for-everybody
Path("data.db").chmod(0o666)
# ok: imprimatur.python.file-for-everybody
os.chmod("upload.sh", 0o755)
# ok: imprimatur.python.file-for-everybody
Path("data.db").chmod(0o600)
# ok: imprimatur.python.file-for-everybody
os.umask(0o077)
