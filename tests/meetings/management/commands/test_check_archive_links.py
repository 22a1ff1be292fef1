"""Archive links are asked over a server of the test's own; what is not public is not asked unless named."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.management import call_command
from django.urls import reverse

from meetings.edits import Edit
from meetings.interchange.asking import ask
from meetings.models import ArchiveAnswer
from tests.factories import SourceFactory, UserFactory
from tests.meetings.admin.conftest import sign_in

STATES = {"/there": 200, "/gone": 404, "/broken": 503, "/busy": 429}


class Archive(BaseHTTPRequestHandler):
    """Answers as STATES say; /moved leads to /there, /round to itself, /inward to another host of this machine."""

    def do_GET(self):
        self.server.asked.append(self.path)
        port = self.server.server_port
        leads = {"/moved": "/there", "/round": "/round?", "/inward": f"http://127.0.0.2:{port}/there",
                 "/file": "file:///etc/hostname"}  # fmt: skip
        target = leads.get(self.path.rstrip("?"))
        self.send_response(302 if target else STATES[self.path])
        if target:
            self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args):
        """Keep the test's output clean."""


@pytest.fixture
def archive():
    server = ThreadingHTTPServer(("0.0.0.0", 0), Archive)
    server.asked = []
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    server.base = f"http://127.0.0.1:{server.server_port}"
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_only_public_hosts_are_asked_at_each_redirect_anew(archive):
    for host in ("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "10.0.0.1", "169.254.169.254", "0"):
        answer = ask(f"http://{host}:{archive.server_port}/there")
        assert (answer.answered, answer.words) == (False, "not asked: its host is not a public one"), host
    assert archive.asked == []
    inside = ["127.0.0.1"]
    assert ask(f"{archive.base}/moved", inside).answered
    assert "not a public one" in ask(f"{archive.base}/inward", inside).words
    assert not ask(f"{archive.base}/file", inside).answered
    del archive.asked[:]
    assert not ask(f"{archive.base}/round", inside).answered
    assert len(archive.asked) <= 6
    for broken in ("http://", "http://[", "ftp://example.org/", "http://a b/", f"http://{'ü' * 80}.example/"):
        assert not ask(broken).answered, broken


@pytest.mark.django_db
def test_silent_archive_links_are_a_queue_until_the_address_changes(archive, capsys):
    sources = {
        path: SourceFactory(title=path, archive_url=f"{archive.base}{path}")
        for path in ("/there", "/moved", "/gone", "/broken", "/busy")
    }
    SourceFactory(archive_url="")
    ArchiveAnswer.objects.create(
        source_id=0, address="gone", answered=False, words="", checked_at="2021-05-20T00:00Z"
    )
    edits = Edit.objects.count()
    call_command("check_archive_links", inside=["127.0.0.1"], most=2)
    assert ArchiveAnswer.objects.count() == 2
    call_command("check_archive_links", inside=["127.0.0.1"], most=3)
    assert sorted(path for path in archive.asked if path != "/moved") == [
        "/broken",
        "/busy",
        "/gone",
        "/there",
        "/there",
    ]
    assert "Asked 3, of which 2 did not answer." in capsys.readouterr().out
    assert Edit.objects.count() == edits

    client = sign_in(UserFactory(role="editor"))
    shown = dict(client.get(reverse("admin:index")).context["waiting"])
    (line,) = shown["Archive links that no longer answer"]
    assert line.count == 2
    listed = client.get(line.url).context["cl"].result_list
    assert {source.title for source in listed} == {"/gone", "/broken"}
    page = reverse("admin:meetings_source_change", args=[sources["/gone"].pk])
    assert "answered 404 (asked on " in client.get(page).content.decode()

    sources["/gone"].archive_url = f"{archive.base}/there"
    sources["/gone"].save()
    assert {source.title for source in client.get(line.url).context["cl"].result_list} == {"/broken"}
    assert "not asked yet" in client.get(page).content.decode()
