def total(items):
    # ruleid: imprimatur.text.half-answer
    # ... (rest of the function)
    # ok: imprimatur.text.half-answer
    print(*[
        ...
    ])
    # ruleid: imprimatur.text.half-answer
    # rest of your code stays the same
    # ok: imprimatur.text.half-answer
    # the remaining items are shipped tomorrow
    # ok: imprimatur.text.half-answer
    # existing codes are kept
    return sum(items)
