import unittest

import pytest


# ruleid: imprimatur.python.test-without-assertion
def test_total():
    order = Order()
    order.add(Item("a", 3))
    print(order.total())


class OrderTest(unittest.TestCase):
    # ruleid: imprimatur.python.test-without-assertion
    def test_empty(self):
        Order().total()

    # ok: imprimatur.python.test-without-assertion
    def test_adds(self):
        self.assertEqual(3, Order([3]).total())


# ok: imprimatur.python.test-without-assertion
def test_refuses():
    with pytest.raises(ValueError):
        Order(-1)


# ok: imprimatur.python.test-without-assertion
def test_sum():
    assert Order([1, 2]).total() == 3


# ok: imprimatur.python.test-without-assertion
def testing_mode():
    return Order()
