"""The address that a request came from, as far as it can be believed."""

import ipaddress

from django.conf import settings

UNKNOWN = "unknown"
# Whoever has one address of IPv6 usually has the 2^64 around it.
ONE_VISITOR = 64


def address_of(request):
    """Return the visitor's address as text: an IPv4 address, the /64 network of an IPv6 address, or "unknown".

    Each proxy adds the address that it was asked from to the right of X-Forwarded-For. With TRUSTED_PROXIES proxies
    in front the entry that far from the right is the visitor's; everything to its left is what the visitor claims.
    A request with fewer entries did not come through all of them, and counts for the one that connected.
    """
    nearest, proxies = request.META.get("REMOTE_ADDR", ""), settings.TRUSTED_PROXIES
    entries = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    claimed = entries[-proxies] if 0 < proxies <= len(entries) else nearest
    return _one_visitor(claimed) or _one_visitor(nearest) or UNKNOWN


def _one_visitor(text):
    """Return the address or network in `text`, which some proxies write with a port; None when it holds none."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None
    address = getattr(address, "ipv4_mapped", None) or address
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((address, ONE_VISITOR), strict=False))
