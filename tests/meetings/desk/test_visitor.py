"""The address of a visitor cannot be chosen by the visitor."""

import pytest

from meetings.desk.visitor import address_of


@pytest.mark.parametrize(
    ("proxies", "forwarded", "nearest", "address"),
    [
        (0, None, "203.0.113.7", "203.0.113.7"),
        (0, "198.51.100.1", "203.0.113.7", "203.0.113.7"),
        (1, "203.0.113.7", "127.0.0.1", "203.0.113.7"),
        (1, "198.51.100.1, 203.0.113.7", "127.0.0.1", "203.0.113.7"),
        (2, "198.51.100.1, 203.0.113.7, 10.0.0.1", "127.0.0.1", "203.0.113.7"),
        (2, "203.0.113.7", "10.0.0.1", "10.0.0.1"),
        (1, None, "203.0.113.7", "203.0.113.7"),
        (1, "nonsense", "203.0.113.7", "203.0.113.7"),
        (1, "203.0.113.7:4711", "127.0.0.1", "203.0.113.7"),
        (1, "[2001:db8:1:2::7]:4711", "127.0.0.1", "2001:db8:1:2::/64"),
        (0, None, "2001:db8:1:2:ffff::9", "2001:db8:1:2::/64"),
        (0, None, "fe80::1%eth0", "fe80::/64"),
        (0, None, "::ffff:203.0.113.7", "203.0.113.7"),
        (0, None, "", "unknown"),
    ],
)
def test_address_of_is_what_the_trusted_proxies_saw(rf, settings, proxies, forwarded, nearest, address):
    settings.TRUSTED_PROXIES = proxies
    headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    assert address_of(rf.get("/", REMOTE_ADDR=nearest, **headers)) == address
