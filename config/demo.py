"""Serves Communiqué on one's own machine, to look at: `python -m config.demo PORT`.

One process, this machine only, the server of production, so that pages look and fail as they do there.
"""

import argparse
import os
import socket
import sys


def port(value):
    """Return the argument as a port number; argparse reports anything else."""
    if value.isascii() and value.isdigit() and 0 < int(value) < 65536:
        return int(value)
    raise argparse.ArgumentTypeError(f"{value!r} is no port; choose 1 to 65535.")


def ensure_free(number):
    """Exit with a plain message when something listens on the port already."""
    try:
        socket.create_server(("127.0.0.1", number)).close()
    except OSError as error:
        other = 8001 if number == 8000 else 8000
        sys.exit(
            f"Port {number} cannot be used ({os.strerror(error.errno)}). Another: make demo PORT={other}"
        )


def command(number):
    """Return the command that serves on the port."""
    options = {"--bind": f"127.0.0.1:{number}", "--worker-class": "gthread", "--threads": "8"}
    options["--log-level"] = "warning"
    flat = [word for pair in options.items() for word in pair]
    return [sys.executable, "-m", "gunicorn", "config.wsgi", "--no-control-socket", *flat]


def main(arguments=None):
    """Print the address and become the server, or only look whether the port is free."""
    parser = argparse.ArgumentParser(description="Serve Communiqué on this machine.")
    parser.add_argument("port", type=port)
    parser.add_argument("--check-port", action="store_true", help="only look whether the port is free")
    chosen = parser.parse_args(arguments)
    ensure_free(chosen.port)
    if chosen.check_port:
        return
    address = f"http://127.0.0.1:{chosen.port}"
    print(f"\nCommuniqué is at {address}/  (editors: {address}/admin/)  Stop it with Ctrl+C.", flush=True)  # noqa: T201
    words = command(chosen.port)
    os.execv(words[0], words)


if __name__ == "__main__":
    main()
