def find(cursor, name, limit):
    # ruleid: imprimatur.python.sql-from-text
    cursor.execute(f"SELECT * FROM users WHERE name = '{name}'")
    # ruleid: imprimatur.python.sql-from-text
    cursor.execute("SELECT * FROM users WHERE name = '%s'" % name)
    # ruleid: imprimatur.python.sql-from-text
    cursor.execute("SELECT * FROM users WHERE name = '" + name + "'")
    # ruleid: imprimatur.python.sql-from-text
    cursor.execute("SELECT * FROM users LIMIT {}".format(limit))
    query = f"DELETE FROM users WHERE name = '{name}'"
    # ruleid: imprimatur.python.sql-from-text
    cursor.execute(query)


def find_safely(cursor, name):
    # ok: imprimatur.python.sql-from-text
    cursor.execute("SELECT * FROM users WHERE name = %s", (name,))
    query = "SELECT * FROM users " "WHERE name = ?"
    # ok: imprimatur.python.sql-from-text
    cursor.execute(query, (name,))
    # ok: imprimatur.python.sql-from-text
    pool.submit(f"job {name}")
