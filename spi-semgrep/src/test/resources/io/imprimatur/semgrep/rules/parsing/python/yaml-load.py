import yaml
from yaml import SafeLoader

# ruleid: imprimatur.python.yaml-load
one = yaml.load(text)
# ruleid: imprimatur.python.yaml-load
two = yaml.load(text, Loader=yaml.Loader)
# ruleid: imprimatur.python.yaml-load
three = yaml.unsafe_load(text)
# ok: imprimatur.python.yaml-load
four = yaml.safe_load(text)
# ok: imprimatur.python.yaml-load
five = yaml.load(text, Loader=yaml.SafeLoader)
# ok: imprimatur.python.yaml-load
six = yaml.load(text, SafeLoader)
