import json
import pickle

import joblib
import pandas as pd


def load(path, body):
    # ruleid: imprimatur.python.pickle-load
    first = pickle.loads(body)
    with open(path, "rb") as file:
        # ruleid: imprimatur.python.pickle-load
        second = pickle.load(file)
    # ruleid: imprimatur.python.pickle-load
    third = joblib.load(path)
    # ruleid: imprimatur.python.pickle-load
    fourth = pd.read_pickle(path)
    # ok: imprimatur.python.pickle-load
    fifth = json.loads(body)
    # ok: imprimatur.python.pickle-load
    copy = pickle.loads(pickle.dumps(fifth))
    return first, second, third, fourth, fifth, copy
