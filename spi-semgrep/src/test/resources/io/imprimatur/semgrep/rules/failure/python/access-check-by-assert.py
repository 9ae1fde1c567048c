def delete(user, item):
    # ruleid: imprimatur.python.access-check-by-assert
    assert user.is_admin
    # ruleid: imprimatur.python.access-check-by-assert
    assert user.has_perm("delete"), "not allowed"
    # ok: imprimatur.python.access-check-by-assert
    assert item.count > 0
    # ok: imprimatur.python.access-check-by-assert
    if not user.is_admin:
        raise PermissionError


def test_delete(user):
    # ok: imprimatur.python.access-check-by-assert
    assert user.is_admin
