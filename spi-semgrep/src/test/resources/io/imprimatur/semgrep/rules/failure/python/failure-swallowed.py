def save(items):
    for item in items:
        # ruleid: imprimatur.python.failure-swallowed
        try:
            item.save()
        except Exception:
            pass
    # ruleid: imprimatur.python.failure-swallowed
    try:
        commit()
    except:
        pass
    # ok: imprimatur.python.failure-swallowed
    try:
        items.clear()
    except KeyError:
        pass
    # ok: imprimatur.python.failure-swallowed
    try:
        notify()
    except Exception:
        logger.exception("notify")
        raise
    # ok: imprimatur.python.failure-swallowed
    try:
        connection.close()
    except Exception:
        pass
