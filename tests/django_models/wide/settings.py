"""Settings of a project whose models have everything, on the database of the environment."""

import json
import os

DATABASES = {"default": json.loads(os.environ["SHOP_DATABASE"])}
HAS_ARRAYS = DATABASES["default"]["ENGINE"].endswith("postgresql")

SECRET_KEY = "only for tests"
AUTH_USER_MODEL = "shop.Customer"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = os.environ.get("SHOP_USE_TZ") != "0"
TIME_ZONE = "Asia/Tokyo"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "shop",
    *(["django.contrib.postgres", "arrays"] if HAS_ARRAYS else []),
]
