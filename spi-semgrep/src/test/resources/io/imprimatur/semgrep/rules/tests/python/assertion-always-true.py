import unittest


def test_total():
    # ruleid: imprimatur.python.assertion-always-true
    assert True
    total = order().total()
    # ruleid: imprimatur.python.assertion-always-true
    assert total == total
    # ok: imprimatur.python.assertion-always-true
    assert total == 3
    # ok: imprimatur.python.assertion-always-true
    assert order() == order()


class OrderTest(unittest.TestCase):
    def test_total(self):
        # ruleid: imprimatur.python.assertion-always-true
        self.assertTrue(True)
        # ok: imprimatur.python.assertion-always-true
        self.assertTrue(order().empty)
