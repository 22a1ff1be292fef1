"""Meetings in time: a column for each year or month, stacked by level.

A meeting stands in the period in which it began. One whose period is not known stands beside the columns: nothing falls
on the first of January because only its year is known.
"""

from calendar import monthrange
from datetime import date

from django.db.models import Case, Count, IntegerField, Value, When

from ..browse.lenses import Drawing, Line, without_view
from ..browse.queries import address
from ..models import Meeting

BANDS = (
    ("heads_of_state", "heads of state", ("head-of-state-and-government", "head-of-state")),
    (
        "heads_of_government",
        "heads of government and other leaders",
        ("head-of-government", "de-facto-leader", "head-of-organisation"),
    ),
    (
        "ministers",
        "deputies, speakers and ministers",
        ("deputy-head", "speaker", "foreign-minister", "minister"),
    ),
)
REST = ("others", "others, or level not known")
COLUMNS = [("period", "Period"), *((name, label) for name, label, _ in BANDS), REST, ("all", "All")]
MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
# More periods than that are shown without those in which nothing was.
MOST = 240
# A list that spans no more months than that is shown by month, where nothing else is asked.
FEW_MONTHS = 30
HEIGHT, BASE, TOP, LEFT = 240, 212, 20, 3.0


def grouped(rows):
    """Return [((year, month) first, (year, month) last, whether its first day is known, band, number)]."""
    whens = [
        When(keys__has_any=[f"level={rank}" for rank in ranks], then=Value(n))
        for n, (_, _, ranks) in enumerate(BANDS)
    ]
    found = (
        rows.annotate(band=Case(*whens, default=Value(len(BANDS)), output_field=IntegerField()))
        .values_list(
            "earliest__year",
            "earliest__month",
            "latest__year",
            "latest__month",
            "record__date_precision",
            "band",
        )
        .annotate(Count("pk"))
        .order_by()
    )
    day = Meeting.DatePrecision.DAY
    return [
        ((y, m), (last_y, last_m), precision == day, band, n)
        for y, m, last_y, last_m, precision, band, n in found
    ]


def placed(groups, by):
    """Return {period: [numbers by band]}: (year,) or (year, month), (year,) for a month not known, () for no year."""
    counts = {}
    for first, last, begun, band, number in groups:
        period = _period(first, last if not begun else first, by)
        counts.setdefault(period, [0] * (len(BANDS) + 1))[band] += number
    return counts


def _period(first, last, by):
    if first[0] is None or first[0] != last[0]:
        return ()
    return first if by == "month" and first == last else first[:1]


def _span(groups):
    known = [first for first, _, _, _, _ in groups if first[0] is not None]
    if not known:
        return 0
    (y1, m1), (y2, m2) = min(known), max(known)
    return (y2 - y1) * 12 + m2 - m1 + 1


def draw(reading, path, count):
    """Return the Drawing of the meetings of a Reading in time."""
    groups = grouped(reading.filtered())
    by = reading.params.get("by") or ("month" if _span(groups) <= FEW_MONTHS else "year")
    counts = placed(groups, by)
    size = 2 if by == "month" else 1
    within = {period: numbers for period, numbers in counts.items() if len(period) == size}
    beside = {period: numbers for period, numbers in counts.items() if len(period) < size}
    periods = _run(sorted(within), by)
    lines = [_line(period, within.get(period, [0] * (len(BANDS) + 1)), reading, path) for period in periods]
    lines += [
        _line(period, numbers, reading, path) for period, numbers in sorted(beside.items(), reverse=True)
    ]
    return Drawing(
        title=f"Meetings by {by} and level",
        finding=_finding(within, count),
        lines=lines,
        notes=_notes(beside, size),
        picture=_picture(periods, within, reading, path)
        | {"by": by, "turned": address(path, reading.query(by="year" if by == "month" else "month"))},
    )


def _run(periods, by):
    """Return the periods without gaps, unless that would be too many."""
    if not periods:
        return []
    step = 12 if by == "year" else 1
    first, last = (
        period[0] * 12 + (period[1] - 1 if by == "month" else 0) for period in (periods[0], periods[-1])
    )
    if (last - first) // step >= MOST:
        return periods
    return [
        divmod(at, 12)[:1] if by == "year" else (at // 12, at % 12 + 1) for at in range(first, last + 1, step)
    ]


def words(period):
    """Return a period as it is written: 2021, May 2021."""
    if not period:
        return "year not known"
    return f"{MONTHS[period[1] - 1]} {period[0]}" if len(period) == 2 else f"{period[0]}"


def _iso(period):
    return "-".join(f"{number:0{width}}" for number, width in zip(period, (4, 2), strict=False))


def _line(period, numbers, reading, path):
    name = _iso(period) if period else "unknown"
    return Line((name, *numbers, sum(numbers)), _url(period, reading, path) if period else "")


def _url(period, reading, path):
    """Return the list of a period, as far as the dates that are asked for already reach into it."""
    asked = reading.filters.form.cleaned_data
    year, month = period[0], period[1] if len(period) == 2 else None
    first = date(year, month or 1, 1)
    last = date(year, month or 12, monthrange(year, month or 12)[1])
    changes = {}
    if not asked["after"] or asked["after"].first < first:
        changes["after"] = _iso(period)
    if not asked["before"] or asked["before"].last > last:
        changes["before"] = _iso(period)
    return address(path, without_view(reading, **changes))


def _finding(within, count):
    if not within:
        return "None of these meetings has a date by which it could be placed."
    most = max(sum(numbers) for numbers in within.values())
    busiest = [words(period) for period, numbers in sorted(within.items()) if sum(numbers) == most]
    if len(busiest) == 1 and len(within) > 1:
        return f"Most in {busiest[0]}: {most} of {count} in this record."
    return f"{words(min(within))} to {words(max(within))} in this record." if len(within) > 1 else ""


def _notes(beside, size):
    """Say what stands in no column."""
    notes = []
    years = {period[0]: sum(numbers) for period, numbers in sorted(beside.items()) if period}
    if size == 2 and years:
        told = ", ".join(f"{number} of {year}" for year, number in years.items())
        notes.append(f"Month not known, so in no column: {told}.")
    if () in beside:
        notes.append(f"Year not known, so in no column: {sum(beside[()])}.")
    return notes


def _picture(periods, within, reading, path):
    most = max((sum(numbers) for numbers in within.values()), default=0)
    if not periods:
        return {"columns": []}
    step = (100 - LEFT) / len(periods)
    # Names of months are long: fewer fit on a phone, and none beside the right edge.
    is_long = len(periods[0]) == 2
    each = max(1, -(-len(periods) // (4 if is_long else 8)))
    ticks = {at for at in range(0, len(periods), each) if not is_long or at == 0 or at <= 0.8 * len(periods)}
    columns = []
    for place, period in enumerate(periods):
        numbers = within.get(period, [0] * (len(BANDS) + 1))
        x = LEFT + place * step
        columns.append(
            {
                "label": words(period),
                "count": sum(numbers),
                "url": _url(period, reading, path),
                "x": f"{x:.3f}%",
                "width": f"{step * 0.78:.3f}%",
                "mid": f"{x + step * 0.39:.3f}%",
                "tick": words(period) if place in ticks else "",
                "bars": list(_bars(numbers, most)),
                "top": f"{BASE - (BASE - TOP) * sum(numbers) / most - 5:.1f}" if sum(numbers) == most else "",
            }
        )
    return {"columns": columns, "height": HEIGHT, "base": BASE, "axis": BASE + 16, "grid": _grid(most)}


def _bars(numbers, most):
    height = float(BASE)
    for band, number in enumerate(numbers, start=1):
        tall = (BASE - TOP) * number / most if most else 0
        height -= tall
        if number:
            yield {"css": f"fill-{band}", "y": f"{height:.1f}", "height": f"{max(tall - 1, 1):.1f}"}


def _grid(most):
    step = max(
        1, next(one for power in range(9) for base in (1, 2, 5) if (one := base * 10**power) * 4 >= most)
    )
    return [
        {
            "at": at,
            "y": f"{BASE - (BASE - TOP) * at / most:.1f}",
            "text": f"{BASE - (BASE - TOP) * at / most - 4:.1f}",
        }
        for at in range(step, most + 1, step)
    ]
