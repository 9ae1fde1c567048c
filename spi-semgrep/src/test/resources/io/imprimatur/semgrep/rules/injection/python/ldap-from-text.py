from ldap3.utils.conv import escape_filter_chars


def find(connection, base, name):
    # ruleid: imprimatur.python.ldap-from-text
    connection.search(base, f"(uid={name})")
    # ruleid: imprimatur.python.ldap-from-text
    connection.search_s(base, 2, "(&(uid=" + name + "))")
    # ruleid: imprimatur.python.ldap-from-text
    connection.search(base, search_filter="(uid=%s)" % name)
    # ok: imprimatur.python.ldap-from-text
    connection.search(base, f"(uid={escape_filter_chars(name)})")
    # ok: imprimatur.python.ldap-from-text
    return pattern.search(f"uid {name}")
