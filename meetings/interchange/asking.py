"""Asks addresses on the web whether they answer, and nothing inside the network we run in."""

import http.client
import ipaddress
import socket
from dataclasses import dataclass
from functools import partial
from urllib import request
from urllib.error import HTTPError, URLError

from django.utils.encoding import iri_to_uri

TIMEOUT = 10
MOST_REDIRECTS = 5
# The server is there and knows the page; it only lets no program in, or not so often.
KEEPS_PROGRAMS_OUT = (401, 403, 405, 429)
AGENT = "Communique (checks whether archived copies still answer)"


class NotPublic(OSError):
    """A host that is not on the public internet; nothing was sent to it."""


@dataclass(frozen=True)
class Answer:
    """Whether an address answered, and the words for an editor."""

    answered: bool
    words: str


def ask(address, inside=()):
    """Return the Answer of an http(s) address after at most MOST_REDIRECTS; never raises for what the web does.

    Hosts named in `inside` may be asked though their addresses are not public. Every connection, those of redirects
    too, goes to an address that was looked at first. The body is not read.
    """
    try:
        asked = request.Request(iri_to_uri(address), headers={"User-Agent": AGENT})
        with _opener(frozenset(inside)).open(asked, timeout=TIMEOUT) as response:
            return Answer(True, f"answered {response.status}")
    except HTTPError as error:
        return Answer(error.code in KEEPS_PROGRAMS_OUT, f"answered {error.code}")
    except URLError as error:
        return Answer(False, _words(error.reason))
    # ValueError: no address at all, or a host that no name can be.
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Answer(False, _words(error))


def _words(reason):
    if isinstance(reason, NotPublic):
        return "not asked: its host is not a public one"
    if isinstance(reason, TimeoutError):
        return f"no answer within {TIMEOUT} seconds"
    return f"no answer: {reason or type(reason).__name__}"[:200]


def _connect(inside, place, timeout=TIMEOUT, source_address=None):
    """Connect to (host, port) as socket.create_connection does. Raises NotPublic when any of its addresses is not."""
    host, port = place
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    for *_, reached in found:
        if host not in inside and not _is_public(reached[0]):
            raise NotPublic(host)
    failed = OSError(f"{host} has no address")
    # The addresses that were looked at, not the name: it may lead elsewhere a moment later.
    for *_, reached in found:
        try:
            return socket.create_connection(reached[:2], timeout, source_address)
        except OSError as error:
            failed = error
    raise failed


def _is_public(address):
    reached = ipaddress.ip_address(address.partition("%")[0])
    reached = getattr(reached, "ipv4_mapped", None) or reached
    return reached.is_global and not reached.is_multicast


def _opener(inside):
    """Return an opener for http and https alone: no proxy (it would see to the hosts), no file, no ftp."""
    opener = request.OpenerDirector()
    redirects = request.HTTPRedirectHandler()
    redirects.max_redirections = MOST_REDIRECTS
    for handler in (_Http(inside), _Https(inside), redirects, request.HTTPErrorProcessor(),
                    request.HTTPDefaultErrorHandler(), request.UnknownHandler()):  # fmt: skip
        opener.add_handler(handler)
    return opener


class _Guarded:
    """Mixin of urllib's handlers: their connections are made by _connect."""

    def __init__(self, inside):
        super().__init__()
        self.inside = inside

    def do_open(self, http_class, req, **options):
        def guarded(host, **given):
            connection = http_class(host, **given)
            connection._create_connection = partial(_connect, self.inside)
            return connection

        return super().do_open(guarded, req, **options)


class _Http(_Guarded, request.HTTPHandler):
    """http://"""


class _Https(_Guarded, request.HTTPSHandler):
    """https://"""
