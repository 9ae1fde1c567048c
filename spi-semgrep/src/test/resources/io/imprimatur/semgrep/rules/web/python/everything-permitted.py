# ruleid: imprimatur.python.everything-permitted
REST_FRAMEWORK = {
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
}
# ok: imprimatur.python.everything-permitted
REST_FRAMEWORK = {
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
}


class Orders(APIView):
    # ruleid: imprimatur.python.everything-permitted
    authentication_classes = []
