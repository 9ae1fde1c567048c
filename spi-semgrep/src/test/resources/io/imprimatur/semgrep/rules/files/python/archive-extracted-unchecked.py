import tarfile
import zipfile

with tarfile.open(path) as archive:
    # ruleid: imprimatur.python.archive-extracted-unchecked
    archive.extractall(target)

# ruleid: imprimatur.python.archive-extracted-unchecked
tarfile.open(path).extractall()

with tarfile.open(path) as archive:
    # ok: imprimatur.python.archive-extracted-unchecked
    archive.extractall(target, filter="data")

with zipfile.ZipFile(path) as zipped:
    # ok: imprimatur.python.archive-extracted-unchecked
    zipped.extractall(target)
