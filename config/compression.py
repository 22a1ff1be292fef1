"""What is compressed on the way to a reader, and what is not."""

from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers


class CompressPublicMiddleware(GZipMiddleware):
    """Compresses pages, JSON, feeds and calendars, for readers who accept it; their strong ETags become weak.

    Three things stay as they are. What depends on a cookie: the desk shows drafts and tokens beside words from the
    address, and the length of such an answer, once compressed, tells about them (BREACH); random padding only makes
    that slower. Streams: a file's first rows are to leave at once, and no faster than the database gives them. And
    files that WhiteNoise compressed beforehand, which never come here.
    """

    def process_response(self, request, response):
        if response.streaming or "Cookie" in response.get("Vary", ""):
            return response
        if response.status_code == 304:
            patch_vary_headers(response, ["Accept-Encoding"])  # As the answer that is held has it.
        return super().process_response(request, response)
