import tempfile

# ruleid: imprimatur.python.temporary-file-guessable
name = tempfile.mktemp()
# ruleid: imprimatur.python.temporary-file-guessable
report = open("/tmp/report.csv", "w")
# ruleid: imprimatur.python.temporary-file-guessable
other = open(f"/tmp/{user}.csv", "w")
# ok: imprimatur.python.temporary-file-guessable
better = tempfile.NamedTemporaryFile()
# ok: imprimatur.python.temporary-file-guessable
reading = open("/tmp/report.csv")
