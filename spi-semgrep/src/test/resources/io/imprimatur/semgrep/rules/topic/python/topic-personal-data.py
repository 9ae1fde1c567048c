# ruleid: imprimatur.python.topic-personal-data
import phonenumbers
from dataclasses import dataclass


@dataclass
class Person:
    # ruleid: imprimatur.python.topic-personal-data
    date_of_birth: str
    # ok: imprimatur.python.topic-personal-data
    points: int = 0


# ruleid: imprimatur.python.topic-personal-data
def anonymize(people):
    return phonenumbers


# ok: imprimatur.python.topic-personal-data
def named(item):
    return item.name
