def collect(items: list[int], queue):
    found = []
    # ruleid: imprimatur.python.imagined-list-method
    found.push(1)
    # ruleid: imprimatur.python.imagined-list-method
    if items.contains(3):
        # ruleid: imprimatur.python.imagined-list-method
        return items.length()
    # ruleid: imprimatur.python.imagined-list-method
    doubled = [1, 2].map(double)
    # ok: imprimatur.python.imagined-list-method
    found.append(2)
    # ok: imprimatur.python.imagined-list-method
    queue.push(3)
    # ok: imprimatur.python.imagined-list-method
    return queue.add(found.index(1), doubled)
