def check(token):
    # ruleid: imprimatur.code.in-production
    # In production you should verify the signature.
    # ruleid: imprimatur.code.in-production
    # In a real application, this would be read from a database.
    # ok: imprimatur.code.in-production
    # The production line is busy.
    # ok: imprimatur.code.in-production
    # Runs in production since 2024.
    return token
