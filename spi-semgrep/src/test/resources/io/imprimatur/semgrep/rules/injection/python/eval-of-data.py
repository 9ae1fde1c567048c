import ast


def calculate(expression, values):
    # ruleid: imprimatur.python.eval-of-data
    total = eval(expression)
    # ruleid: imprimatur.python.eval-of-data
    total += eval(expression, {"__builtins__": None}, values)
    # ruleid: imprimatur.python.eval-of-data
    exec(f"result = {expression}")
    # ok: imprimatur.python.eval-of-data
    total += ast.literal_eval(expression)
    # ok: imprimatur.python.eval-of-data
    return total + eval("1 + 1")
