from flask import redirect, request, url_for
from django.http import HttpResponseRedirect


def after_login():
    target = request.args.get("next")
    # ruleid: imprimatur.python.redirect-to-given-address
    return redirect(target)


def leave(request):
    # ruleid: imprimatur.python.redirect-to-given-address
    return HttpResponseRedirect(request.GET["to"])


def home():
    # ok: imprimatur.python.redirect-to-given-address
    return redirect(url_for("home", tab=request.args.get("tab")))


def old():
    # ok: imprimatur.python.redirect-to-given-address
    return redirect("/new")
