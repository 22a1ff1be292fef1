"""Watches a page for what no page of ours may do: errors in the console, failed parts, foreign requests."""

from urllib.parse import urlsplit


class Watch:
    """Collects the faults of one page; `own` is the address that it may ask, scheme and host."""

    def __init__(self, page, own):
        self.own = urlsplit(own)[:2]
        self.faults = []
        page.on("console", self.on_console)
        page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        page.on("request", self.on_request)
        page.on("response", self.on_response)

    def on_console(self, message):
        """Note errors, among them every violation of the Content-Security-Policy.

        Chromium also reports answers of 400 and more here, pages that a test asks for on purpose
        among them; on_response judges those.
        """
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.faults.append(f"console: {message.text}")

    def on_request(self, request):
        """Note requests to another host."""
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts[:2] != self.own:
            self.faults.append(f"foreign request: {request.url}")

    def on_response(self, response):
        """Note failed stylesheets, scripts and pictures, and any answer of 500 and more.

        A page that is fetched in place, for a filter that changed, is a page: it may refuse the filter with 400.
        """
        asked = response.request
        is_page = asked.resource_type == "document" or "hx-request" in asked.headers
        if response.status >= (500 if is_page else 400):
            self.faults.append(f"{response.status}: {response.url}")
