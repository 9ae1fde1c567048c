import jinja2
from jinja2 import select_autoescape

# ruleid: imprimatur.python.autoescape-off
one = jinja2.Environment(loader=loader, autoescape=False)
# ruleid: imprimatur.python.autoescape-off
two = jinja2.Environment(loader=loader)
# ok: imprimatur.python.autoescape-off
three = jinja2.Environment(loader=loader, autoescape=select_autoescape())
