def seen(numbers, cache):
    known = set()
    # ruleid: imprimatur.python.imagined-set-method
    known.append(1)
    # ruleid: imprimatur.python.imagined-set-method
    if known.contains(2):
        # ruleid: imprimatur.python.imagined-set-method
        return set(numbers).length()
    # ok: imprimatur.python.imagined-set-method
    known.add(3)
    # ok: imprimatur.python.imagined-set-method
    return cache.contains(known)
