def load(path):
    # ruleid: imprimatur.python.failure-as-success
    try:
        return json.loads(path.read_text())
    except Exception:
        return {}


def valid(signature):
    # ruleid: imprimatur.python.failure-as-success
    try:
        return check(signature)
    except Exception as error:
        print(error)
        return True


def load_well(path):
    # ok: imprimatur.python.failure-as-success
    try:
        return json.loads(path.read_text())
    except FileNotFoundError:
        return {}


def valid_well(signature):
    # ok: imprimatur.python.failure-as-success
    try:
        return check(signature)
    except Exception:
        return False
