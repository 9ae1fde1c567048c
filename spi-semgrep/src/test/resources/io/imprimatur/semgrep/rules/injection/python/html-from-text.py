from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from markupsafe import Markup


def badge(name):
    # ruleid: imprimatur.python.html-from-text
    first = mark_safe(f"<b>{name}</b>")
    # ruleid: imprimatur.python.html-from-text
    second = Markup("<b>" + name + "</b>")
    # ok: imprimatur.python.html-from-text
    third = format_html("<b>{}</b>", name)
    # ok: imprimatur.python.html-from-text
    fourth = mark_safe(f"<b>{escape(name)}</b>")
    # ok: imprimatur.python.html-from-text
    return first + second + third + fourth + mark_safe("<hr>")
