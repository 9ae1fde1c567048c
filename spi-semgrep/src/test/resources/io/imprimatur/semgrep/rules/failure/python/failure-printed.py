def pay(order):
    # ruleid: imprimatur.python.failure-printed
    try:
        charge(order)
    except Exception as e:
        print(f"Error: {e}")
    # ok: imprimatur.python.failure-printed
    try:
        charge(order)
    except CardDeclined as e:
        print(f"Declined: {e}")
    # ok: imprimatur.python.failure-printed
    try:
        charge(order)
    except Exception as e:
        print(f"Error: {e}")
        raise
