def login(users, name, password):
    user = users.get(name)
    # ruleid: imprimatur.python.password-compared-as-text
    if user.password == password:
        return user
    row = users.row(name)
    # ruleid: imprimatur.python.password-compared-as-text
    if row["password"] != password:
        return None
    # ok: imprimatur.python.password-compared-as-text
    if user.check_password(password):
        return user
    # ok: imprimatur.python.password-compared-as-text
    if password == "":
        return None
    return None
