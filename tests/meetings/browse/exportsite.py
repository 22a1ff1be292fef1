"""A site of three CSV files for a real server: whole, failing midway, and shorter than counted."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
application = get_wsgi_application()
settings.ROOT_URLCONF = __name__


def _rows(kind, count):
    for number in range(count - (kind == "short")):
        if kind == "failing" and number == count // 2:
            raise OSError("the database went away")
        yield number, f"row {number}, text"


def _export(request, kind, count):
    from meetings.browse.export import csv_response

    head = request.method == "HEAD"
    return csv_response("things", ["number", "text"], count, _rows(kind, count), head=head)


urlpatterns = [path("<slug:kind>/<int:count>.csv", _export)]
