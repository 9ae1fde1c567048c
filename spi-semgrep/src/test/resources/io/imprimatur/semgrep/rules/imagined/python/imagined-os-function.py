import os
import shutil


def prepare(path):
    # ruleid: imprimatur.python.imagined-os-function
    if not os.exists(path):
        # ruleid: imprimatur.python.imagined-os-function
        os.path.create(path)
    # ruleid: imprimatur.python.imagined-os-function
    shutil.remove(path)
    # ok: imprimatur.python.imagined-os-function
    if os.path.exists(path):
        # ok: imprimatur.python.imagined-os-function
        os.makedirs(path)
    # ok: imprimatur.python.imagined-os-function
    shutil.rmtree(path)
