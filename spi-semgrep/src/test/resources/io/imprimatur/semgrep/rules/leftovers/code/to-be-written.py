def pay(order):
    # ruleid: imprimatur.code.to-be-written
    # your code goes here
    # ok: imprimatur.code.to-be-written
    # the implementation is in C
    return order
