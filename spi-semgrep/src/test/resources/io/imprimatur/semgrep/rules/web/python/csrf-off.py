from django.views.decorators.csrf import csrf_exempt, csrf_protect


# ruleid: imprimatur.python.csrf-off
@csrf_exempt
def pay(request):
    return charge(request)


# ruleid: imprimatur.python.csrf-off
app.config["WTF_CSRF_ENABLED"] = False


# ok: imprimatur.python.csrf-off
@csrf_protect
def refund(request):
    return charge(request)
