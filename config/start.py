"""Starts Communiqué in production: `python -m config.start`. docs/operate.md lists what it reads.

It refuses what must never serve the public, in plain words, before a worker starts.
"""

import os
import sys
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from config import environment

# Django's own measure (security.W009).
SHORTEST_KEY = 50


def refusals():
    """Return the reasons for which this configuration must not serve, one sentence each."""
    from config import settings

    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    rules = [
        (settings.LOCAL, "COMMUNIQUE_LOCAL is set. It is for one's own machine; remove it."),
        (settings.DEBUG, "DEBUG is set. It shows the inside of the site to everybody; remove it."),
        (not settings.SECRET_KEY, "SECRET_KEY is missing. Make one as docs/operate.md says."),
        (
            0 < len(settings.SECRET_KEY) < SHORTEST_KEY,
            f"SECRET_KEY is shorter than {SHORTEST_KEY} characters.",
        ),
        (not settings.ALLOWED_HOSTS, "ALLOWED_HOSTS is missing. Name the hosts that the site answers to."),
        ("*" in settings.ALLOWED_HOSTS, "ALLOWED_HOSTS must name hosts, not *."),
        (not manifest.exists(), "Static files are missing. Run: python manage.py collectstatic --noinput"),
    ]
    return [reason for broken, reason in rules if broken]


def command():
    """Return the gunicorn command, from HOST, PORT, WEB_CONCURRENCY and WEB_THREADS.

    Threads keep their database connections, so the server needs workers x threads of them.
    """
    host, port = environment.text("HOST", "127.0.0.1"), environment.number("PORT", 8000)
    options = {
        "--bind": f"{host}:{port}",
        "--worker-class": "gthread",
        "--workers": str(environment.number("WEB_CONCURRENCY", (os.cpu_count() or 1) + 1)),
        "--threads": str(environment.number("WEB_THREADS", 4)),
        "--timeout": "60",
        "--graceful-timeout": "30",
        "--keep-alive": "5",
        "--access-logfile": "-",
    }
    if Path("/dev/shm").is_dir():  # a worker's heartbeat must not wait for a disk
        options["--worker-tmp-dir"] = "/dev/shm"
    flat = [word for pair in options.items() for word in pair]
    return [sys.executable, "-m", "gunicorn", "config.wsgi", "--no-control-socket", *flat]


def main():
    """Become the server, or exit with 1 and every reason not to."""
    try:
        reasons, words = refusals(), command()
    except ImproperlyConfigured as error:
        reasons, words = [str(error)], []
    if reasons:
        sys.exit("\n".join(["Communiqué does not start:", *(f"- {reason}" for reason in reasons)]))
    os.execv(words[0], words)


if __name__ == "__main__":
    main()
