# ruleid: imprimatur.python.topic-authorization
from rest_framework.permissions import BasePermission


# ruleid: imprimatur.python.topic-authorization
def has_permission(user, item):
    return item.owner == user


# ok: imprimatur.python.topic-authorization
def author_of(book):
    return book.author
