from flask import render_template, render_template_string, request
from jinja2 import Template


def hello(name):
    # ruleid: imprimatur.python.template-from-text
    page = render_template_string(f"<h1>Hello {name}</h1>")
    # ruleid: imprimatur.python.template-from-text
    page += Template("Hello " + name).render()
    # ruleid: imprimatur.python.template-from-text
    page += render_template_string(request.args.get("template"))
    # ok: imprimatur.python.template-from-text
    page += render_template_string("<h1>Hello {{ name }}</h1>", name=name)
    # ok: imprimatur.python.template-from-text
    return page + render_template("hello.html", name=name)
