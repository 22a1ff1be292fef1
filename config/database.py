"""What the settings must know about the database they are given, and what its being away looks like.

It stands apart from meetings.browse.database because settings may not import models.
"""

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

SQLITE = "django.db.backends.sqlite3"
POSTGRESQL = "django.db.backends.postgresql"

# Seconds that a writer waits for another before SQLite gives up. The default of 5 loses saves under load.
SQLITE_TIMEOUT = 20
# In WAL mode NORMAL still keeps every acknowledged save when the process is killed.
SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"

# SQLSTATE classes: connection, resources, operator intervention (shut-down, statement timeout);
# then the code of a lock timeout.
AWAY_STATES = ("08", "53", "57", "55P03")
AWAY_RESULTS = (
    "SQLITE_BUSY",
    "SQLITE_LOCKED",
    "SQLITE_CANTOPEN",
    "SQLITE_IOERR",
    "SQLITE_FULL",
    "SQLITE_READONLY",
    "SQLITE_NOTADB",
)


def from_url(url, *, conn_max_age, statement_timeout, lock_timeout, test_sqlite):
    """Return Django's settings for the database at the URL.

    conn_max_age is in seconds; the two timeouts are PostgreSQL's, in milliseconds; test_sqlite is the file
    that tests use in place of an SQLite database. Raises ImproperlyConfigured for any other database.
    """
    try:
        database = dj_database_url.parse(url)
    except (ValueError, dj_database_url.UnknownSchemeError) as error:
        raise ImproperlyConfigured(
            "DATABASE_URL cannot be understood; write sqlite:/// or postgres://."
        ) from error
    options = database.setdefault("OPTIONS", {})
    if database["ENGINE"] == SQLITE:
        options.update(timeout=SQLITE_TIMEOUT, transaction_mode="IMMEDIATE", init_command=SQLITE_PRAGMAS)
        database["TEST"] = {"NAME": test_sqlite}
    elif database["ENGINE"] == POSTGRESQL:
        limits = f"-c statement_timeout={statement_timeout} -c lock_timeout={lock_timeout}"
        options["options"] = f"{options.get('options', '')} {limits}".strip()
        options.setdefault("connect_timeout", 5)
        database.update(CONN_MAX_AGE=conn_max_age, CONN_HEALTH_CHECKS=True)
        database["TEST"] = {"TEMPLATE": "template0", "CHARSET": "UTF8"}
    else:
        raise ImproperlyConfigured("DATABASE_URL must name an SQLite or a PostgreSQL database.")
    return {**database, "ATOMIC_REQUESTS": False}


def is_away(error):
    """Tell whether a database error means that the database cannot answer now, not a fault of ours."""
    cause = error.__cause__ or error
    result = getattr(cause, "sqlite_errorname", None)
    if result is not None:
        return result.startswith(AWAY_RESULTS)
    if not hasattr(cause, "sqlstate"):
        return False
    # A connection that could not be made, or that broke, has no SQLSTATE.
    return cause.sqlstate is None or cause.sqlstate.startswith(AWAY_STATES)
