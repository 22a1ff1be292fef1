"""Where: the countries and cities in which meetings took place, at their seats on a map; unknown places beside it."""

from django.db.models import Count
from django.urls import reverse

from ..browse.lenses import Drawing, Line, without_view
from ..browse.listing import slim
from ..browse.queries import address
from ..models import CountryEdition, Meeting

COLUMNS = [
    ("country", "Host country"),
    ("city", "City"),
    ("meetings", "Meetings"),
]
# So many of the largest are named on the map.
NAMED = 5
# Latitudes that the map shows; nobody meets beyond them.
NORTH, SOUTH = 75.0, -58.0
LARGEST, SMALLEST = 22.0, 3.0

PLACELESS = (Meeting.Format.PHONE, Meeting.Format.VIDEO, Meeting.Format.CORRESPONDENCE)
DATELINE, APART, CITY_ONLY, NOWHERE = (
    "dateline only: where the agency wrote",
    "by phone, video or letter",
    "host country not known",
    "place not stated",
)


def grouped(rows):
    """Return {(host slug or "", city, what is known instead): number of meetings}."""
    found = (
        rows.values_list(
            "record__host_country__slug", "record__city", "record__place_basis", "record__format"
        )
        .annotate(Count("pk"))
        .order_by()
    )
    counts = {}
    for host, city, basis, way, number in found:
        key = _place(host, city, basis, way)
        counts[key] = counts.get(key, 0) + number
    return counts


def _place(host, city, basis, way):
    if basis == Meeting.PlaceBasis.DATELINE:
        return "", "", DATELINE
    if host:
        return host, city, ""
    if city:
        return "", city, CITY_ONLY
    return "", "", APART if way in PLACELESS else NOWHERE


def draw(reading, path, count):
    """Return the Drawing of where the meetings of a Reading took place."""
    counts = grouped(reading.filtered())
    hosts, cities, unknown = {}, {}, {}
    for (host, city, instead), number in counts.items():
        if host:
            hosts[host] = hosts.get(host, 0) + number
            cities[host, city] = cities.get((host, city), 0) + number
        else:
            unknown[instead, city] = unknown.get((instead, city), 0) + number
    lands = {land.slug: land for land in slim(CountryEdition.objects.all())}
    order = sorted(hosts, key=lambda slug: (-hosts[slug], lands[slug].title_key))
    placed = sum(hosts.values())
    return Drawing(
        title="Where they met",
        finding=_finding(order, hosts, lands, placed, count),
        lines=_lines(order, cities, unknown, lands, reading, path),
        notes=[f"In this record {number} more: {told}." for told, number in _told(unknown).items()],
        picture={
            "faint": [_at(land.row) for land in lands.values() if _is_of_today(land.row)],
            "hosts": _dots(order, hosts, lands, reading, path),
            "tops": _tops(order, hosts, lands, cities, reading, path),
            "unknown": _told(unknown),
            "placed": placed,
        },
    )


def _told(unknown):
    found = {}
    for (instead, city), number in sorted(unknown.items()):
        name = f"{instead} ({city})" if city else instead
        found[name] = found.get(name, 0) + number
    return found


def _finding(order, hosts, lands, placed, count):
    if not order:
        return "None of these meetings has a known host, so there is no map."
    known = f"{placed} whose host is known and {count} in all"
    return f"{lands[order[0]].title} is the host of {hosts[order[0]]}, of {known}, in this record."


def _lines(order, cities, unknown, lands, reading, path):
    lines = [
        Line((lands[slug].title, city or "city not stated", number), _url(slug, reading, path))
        for slug in order
        for (host, city), number in sorted(cities.items(), key=lambda item: (-item[1], item[0]))
        if host == slug
    ]
    return lines + [Line((told, "", number)) for told, number in _told(unknown).items()]


def _url(slug, reading, path):
    """Return the list of a host; the one asked for already is kept."""
    return address(path, without_view(reading, host=slug))


def _is_of_today(row):
    return row["latitude"] is not None and not row["valid_until"]


def _at(row):
    south = min(max(row["latitude"], SOUTH), NORTH)
    return {
        "x": f"{(row['longitude'] + 180) / 3.6:.2f}%",
        "y": f"{(NORTH - south) / (NORTH - SOUTH) * 100:.2f}%",
    }


def _dots(order, hosts, lands, reading, path):
    """Return the dots, the largest first, so that the small lie above them; areas are as the numbers."""
    most = max(hosts.values(), default=1)
    found = []
    for place, slug in enumerate(order):
        land = lands[slug]
        if land.row["latitude"] is None:
            continue
        radius = max(SMALLEST, LARGEST * (hosts[slug] / most) ** 0.5)
        found.append(
            _at(land.row)
            | {
                "r": f"{radius:.1f}",
                "dy": f"{radius + 12:.0f}",
                "name": land.title if place < NAMED else "",
                "label": f"{land.title}: {hosts[slug]}",
                "number": hosts[slug],
                "url": _url(slug, reading, path),
            }
        )
    return found


def _tops(order, hosts, lands, cities, reading, path):
    """Return the host countries with their cities, for the list beside the map."""
    return [
        {
            "name": lands[slug].title,
            "page": reverse("country", args=[slug]),
            "url": _url(slug, reading, path),
            "number": hosts[slug],
            "cities": [
                (city or "city not stated", number)
                for (host, city), number in sorted(cities.items(), key=lambda item: (-item[1], item[0]))
                if host == slug
            ],
        }
        for slug in order
    ]
