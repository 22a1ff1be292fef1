"""The site's settings as tests use them: local mode, and nothing that only costs time."""

import os

os.environ["COMMUNIQUE_LOCAL"] = "1"

from config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = True

INSTALLED_APPS = [*INSTALLED_APPS, "tests.meetings.browse.editionapp"]  # noqa: F405
