"""The production start refuses what must never serve the public, and otherwise serves. Real processes."""

import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection

import pytest
from django.conf import settings

KEY = "k" * 64
GOOD = {"SECRET_KEY": KEY, "ALLOWED_HOSTS": "communique.example"}


def environment(**variables):
    """Return a process environment with these variables alone of ours."""
    ours = {"COMMUNIQUE_LOCAL", "DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "PORT", "HOST"}
    rest = {name: value for name, value in os.environ.items() if name not in ours}
    return {**rest, "DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONWARNINGS": "error", **variables}


def start(**variables):
    """Run the start command to its end and return what came of it."""
    command = [sys.executable, "-m", "config.start"]
    return subprocess.run(
        command,
        cwd=settings.BASE_DIR,
        env=environment(**variables),
        capture_output=True,
        text=True,
        timeout=30,
    )


@pytest.mark.parametrize(
    ("variables", "reason"),
    [
        ({"ALLOWED_HOSTS": "a.example"}, "SECRET_KEY is missing"),
        ({"SECRET_KEY": "short", "ALLOWED_HOSTS": "a.example"}, "SECRET_KEY is shorter"),
        ({"SECRET_KEY": KEY}, "ALLOWED_HOSTS is missing"),
        ({"SECRET_KEY": KEY, "ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS must name hosts"),
        ({**GOOD, "DEBUG": "1"}, "DEBUG is set"),
        ({**GOOD, "COMMUNIQUE_LOCAL": "1"}, "COMMUNIQUE_LOCAL is set"),
        ({**GOOD, "DEBUG": "perhaps"}, "DEBUG must be 1 or 0"),
        ({**GOOD, "DATABASE_URL": "mysql://h/d"}, "DATABASE_URL must name"),
        ({**GOOD, "PORT": "http"}, "PORT must be a whole number"),
    ],
)
def test_start_unsafe_configuration_is_refused_in_plain_words(variables, reason):
    result = start(**variables)
    assert result.returncode == 1
    assert reason in result.stderr
    assert "Traceback" not in result.stderr


def test_start_without_any_variable_names_every_reason():
    assert start().stderr.count("\n- ") >= 2


@pytest.fixture
def served(tmp_path):
    """Serve the site as in production on a new database; yield its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    variables = environment(
        **GOOD,
        PORT=str(port),
        WEB_CONCURRENCY="1",
        BEHIND_TLS_PROXY="1",
        DATABASE_URL=f"sqlite:///{tmp_path / 'served.sqlite3'}",
        STATIC_ROOT=str(tmp_path / "static"),
    )
    for command in (["collectstatic", "--noinput"], ["migrate"]):
        subprocess.run(
            [sys.executable, "manage.py", *command, "--verbosity", "0"],
            cwd=settings.BASE_DIR,
            env=variables,
            check=True,
            timeout=120,
        )
    log = (tmp_path / "log").open("wb")
    server = subprocess.Popen(
        [sys.executable, "-m", "config.start"], cwd=settings.BASE_DIR, env=variables, stdout=log, stderr=log
    )
    wait_for(port)
    yield port
    server.send_signal(signal.SIGTERM)
    assert server.wait(timeout=30) == 0
    log.close()


def wait_for(port):
    """Return when something listens on the port; fail after 30 seconds."""
    for _ in range(300):
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not start")


def get(port, path, **headers):
    """Return the answer to a request that a proxy has taken over HTTPS, and its body."""
    headers = {"Host": "communique.example", "X-Forwarded-Proto": "https", **headers}
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_start_good_configuration_serves_as_in_production(served):
    assert get(served, "/readyz")[1] == b"ready\n"
    assert get(served, "/readyz", Host="evil.example")[0].status == 400
    redirect, _ = get(served, "/admin/", **{"X-Forwarded-Proto": "http"})
    assert (redirect.status, redirect.headers["Location"]) == (301, "https://communique.example/admin/")
    assert get(served, "/%00")[0].status == 400


def test_start_static_file_is_hashed_compressed_and_kept(served, tmp_path):
    name = next((tmp_path / "static/admin/css").glob("base.*.css")).name
    response, _ = get(served, f"/static/admin/css/{name}", **{"Accept-Encoding": "br"})
    assert response.headers["Content-Encoding"] == "br"
    assert "immutable" in response.headers["Cache-Control"]
