import datetime as clock
import json
import math
import random
import time
from datetime import datetime, timedelta


def now(payload, string):
    # ruleid: imprimatur.python.imagined-function
    data = json.parse(payload)
    # ruleid: imprimatur.python.imagined-function
    started = time.now()
    # ruleid: imprimatur.python.imagined-function
    largest = math.max(1, 2)
    # ruleid: imprimatur.python.imagined-function
    when = datetime.current()
    # ruleid: imprimatur.python.imagined-function
    parsed = datetime.from_string("2026-01-01")
    # ok: imprimatur.python.imagined-function
    data = json.loads(payload)
    # ok: imprimatur.python.imagined-function
    started = time.time()
    # ok: imprimatur.python.imagined-function
    when = datetime.now() - timedelta(days=1)
    # ok: imprimatur.python.imagined-function
    text = string.join(["a"])
    # ok: imprimatur.python.imagined-function
    other = clock.datetime.now()
    # ok: imprimatur.python.imagined-function
    chance = random.random()
    return data, started, largest, when, parsed, text, other, chance
