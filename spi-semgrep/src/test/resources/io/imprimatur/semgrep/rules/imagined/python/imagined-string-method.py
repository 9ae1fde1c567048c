def shout(text: str, other):
    # ruleid: imprimatur.python.imagined-string-method
    if text.contains("x"):
        # ruleid: imprimatur.python.imagined-string-method
        return text.reverse()
    greeting = "hello"
    # ruleid: imprimatur.python.imagined-string-method
    if greeting.length() > 3:
        # ruleid: imprimatur.python.imagined-string-method
        return str(other).toUpperCase()
    # ok: imprimatur.python.imagined-string-method
    other.append(greeting)
    # ok: imprimatur.python.imagined-string-method
    return text.strip().startswith("x") or other.contains("x")
