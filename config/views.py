"""Pages that belong to neither app: health, and the answers to no address and to an uncaught error."""

import sys
from functools import cache

from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpResponse
from django.views import defaults
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from config.database import is_away
from config.middleware import RETRY_AFTER, database_away, plain_answer


@csrf_exempt
@never_cache
@require_safe
def healthz(request):
    """Answer 200 while the process is alive; asks nothing of the database."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@csrf_exempt
@never_cache
@require_safe
def readyz(request):
    """Answer 200 when the database answers and every migration is applied, else 503 with Retry-After."""
    reason = reason_not_ready()
    if reason is None:
        return HttpResponse("ready\n", content_type="text/plain; charset=utf-8")
    response = HttpResponse(f"{reason}\n", status=503, content_type="text/plain; charset=utf-8")
    response["Retry-After"] = str(RETRY_AFTER)
    return response


def reason_not_ready():
    """Return what keeps the site from serving, or None."""
    try:
        applied = MigrationRecorder(connection).applied_migrations()
    except (DatabaseError, InterfaceError):
        return "The database does not answer."
    return None if last_migrations() <= applied.keys() else "Migrations are missing."


@cache
def last_migrations():
    """Return the last migration of each app; the files do not change while the process runs."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def not_found(request, exception):
    """Answer an address that nothing answers to: as JSON below /api/, where programs ask, else the 404 page."""
    if request.path_info.startswith("/api/"):
        return plain_answer(request, 404, "Not found.")
    return defaults.page_not_found(request, exception)


def server_error(request, *args, **kwargs):
    """Answer an uncaught error: 503 when a middleware found the database away, else the 500 page.

    Views are covered by DatabaseAwayMiddleware; this covers sessions, which are read and written around it.
    """
    error = sys.exception()
    if isinstance(error, DatabaseError | InterfaceError) and is_away(error):
        return database_away(request)
    return defaults.server_error(request)
