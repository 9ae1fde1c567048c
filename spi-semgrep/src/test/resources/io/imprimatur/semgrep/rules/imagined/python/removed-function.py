import collections
import inspect
import time
import urllib
import urllib.parse

# ruleid: imprimatur.python.removed-function
is_map = isinstance(value, collections.Mapping)
# ruleid: imprimatur.python.removed-function
arguments = inspect.getargspec(call)
# ruleid: imprimatur.python.removed-function
started = time.clock()
# ruleid: imprimatur.python.removed-function
query = urllib.urlencode({"a": 1})
# ok: imprimatur.python.removed-function
counts = collections.Counter()
# ok: imprimatur.python.removed-function
query = urllib.parse.urlencode({"a": 1})
# ok: imprimatur.python.removed-function
started = time.perf_counter()
