import pdb


def total(items):
    # ruleid: imprimatur.python.debugger-left-on
    breakpoint()
    # ruleid: imprimatur.python.debugger-left-on
    pdb.set_trace()
    # ok: imprimatur.python.debugger-left-on
    return sum(items)
