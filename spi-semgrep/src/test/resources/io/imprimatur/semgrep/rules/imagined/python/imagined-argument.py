import json
import os
import random
from datetime import datetime


def save(items, table):
    # ruleid: imprimatur.python.imagined-argument
    text = json.dumps(items, pretty=True)
    # ruleid: imprimatur.python.imagined-argument
    os.makedirs("out", recursive=True)
    # ruleid: imprimatur.python.imagined-argument
    ordered = sorted(items, descending=True)
    # ruleid: imprimatur.python.imagined-argument
    now = datetime.now(timezone=None)
    # ok: imprimatur.python.imagined-argument
    text += json.dumps(items, indent=2)
    # ok: imprimatur.python.imagined-argument
    os.makedirs("out", exist_ok=True)
    # ok: imprimatur.python.imagined-argument
    table.sort(descending=True)
    # ok: imprimatur.python.imagined-argument
    return text, sorted(ordered, reverse=True), now, random.choices(items, k=2)
