"""The demo's server: one port, this machine only, plain words when the port cannot be used."""

import socket

import pytest

from config import demo


@pytest.mark.parametrize("value", ["0", "65536", "-1", "http", ""])
def test_demo_impossible_port_is_refused(value, capsys):
    with pytest.raises(SystemExit):
        demo.main(["--check-port", "--", value])
    assert "choose 1 to 65535" in capsys.readouterr().err


def test_demo_port_in_use_names_another():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        with pytest.raises(
            SystemExit, match=rf"Port {number} cannot be used \(Address already in use\).*make demo PORT=8000"
        ):
            demo.main(["--check-port", str(number)])


def test_demo_free_port_passes_the_check():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number = probe.getsockname()[1]
    assert demo.main(["--check-port", str(number)]) is None


def test_demo_server_listens_on_this_machine_alone(monkeypatch, capsys):
    started = []
    monkeypatch.setattr("os.execv", lambda path, words: started.append(words))
    monkeypatch.setattr(demo, "ensure_free", lambda number: None)
    demo.main(["8123"])
    assert "http://127.0.0.1:8123/" in capsys.readouterr().out
    assert started[0][started[0].index("--bind") + 1] == "127.0.0.1:8123"
