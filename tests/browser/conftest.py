"""A real browser for the tests of this folder: Debian's Chromium, driven by Playwright.

The fixtures live as long as this folder's tests: Playwright keeps an event loop in the thread, and with it
Django refuses database work unless DJANGO_ALLOW_ASYNC_UNSAFE is set, which must not leak to other tests.
"""

import ctypes
import os
import shutil
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import sync_playwright

from tests.browser.watch import Watch

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items):
    """Mark this folder's tests, so that `pytest -m "not browser"` leaves them out."""
    folder = os.path.dirname(__file__)
    for item in items:
        if item.path.is_relative_to(folder):
            item.add_marker("browser")


@pytest.fixture(scope="package", autouse=True)
def allow_async_unsafe():
    """Let Django use the database beside Playwright's event loop."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


def find_chromium():
    """Return the browser's path, and why there is none that can be driven here (one of them is None)."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        return None, "Chromium is not installed (Debian or Ubuntu: sudo apt-get install chromium)"
    try:
        ctypes.CDLL(
            "libatomic.so.1" if sys.platform == "linux" else None
        )  # for the Node.js inside Playwright
    except OSError:
        return None, "libatomic is not installed (Debian or Ubuntu: sudo apt-get install libatomic1)"
    return path, None


@pytest.fixture(scope="package")
def chromium(allow_async_unsafe):
    """Return the running browser; without one, skip, or fail where nothing may be skipped."""
    path, reason = find_chromium()
    if reason:
        required = os.environ.get("CI") == "true" or os.environ.get("COMMUNIQUE_REQUIRE_ALL") == "1"
        (pytest.fail if required else pytest.skip)(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(chromium, live_server):
    """Return a function that opens a page on the site; its arguments are those of a browser context.

    Addresses are relative to the site: `new_page(color_scheme="dark").goto("/meetings/")`. The test fails
    at its end when any of its pages showed a fault.
    """
    contexts, watches = [], []

    def open_page(**options):
        options = {"base_url": live_server.url, "locale": "en-GB", "timezone_id": "UTC", **options}
        context = chromium.new_context(**options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        watches.append(Watch(page, live_server.url))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [fault for watch in watches for fault in watch.faults] == []


@pytest.fixture
def page(new_page):
    """Return a page on the site, 1280 pixels wide."""
    return new_page(viewport={"width": 1280, "height": 900})


@pytest.fixture
def sign_in(live_server):
    """Return a function that gives a page the session of a user."""

    def sign(page, user):
        client = Client()
        client.force_login(user)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
        )

    return sign


@pytest.fixture
def axe():
    """Return a function that fails when axe finds a violation on the page as it stands."""

    def check(page):
        results = Axe().run(page)
        assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"

    return check
