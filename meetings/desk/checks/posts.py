"""Posts beside the tenures of that day: marked when they differ, offered when they were possibly held."""

from .facts import Finding


def answers_of(participant, day):
    """Return (certain, possible) tenures of a participant on a day, for the country where one is given."""
    tenures = [tenure for tenure in participant.tenures if participant.country in (None, tenure.country_id)]
    said = [(tenure, tenure.held_on(day)) for tenure in sorted(tenures, key=lambda one: one.rank_order)]
    return [tenure for tenure, answer in said if answer == "yes"], [
        tenure for tenure, answer in said if answer == "possibly"
    ]


def only(tenures):
    """Return the one post that some tenures say, or None when there is none or they disagree."""
    distinct = {(tenure.country_id, tenure.post, tenure.rank): tenure for tenure in tenures}
    return next(iter(distinct.values())) if len(distinct) == 1 else None


def differs_from_tenure(met, today):
    """A post or rank other than that of the one tenure that was certainly held that day."""
    for one in met.participants if met.day else ():
        tenure = only(answers_of(one, met.day)[0])
        if tenure and one.post and (one.post, one.rank) != (tenure.post, tenure.rank):
            yield Finding(
                "differs-from-tenure",
                f"{one.row}-post",
                f"{one.name}: the tenure of that day says {words_of(tenure)}.",
                offers=(offer(one, tenure),),
            )


def possibly_held(met, today):
    """A row without a post, where tenures say what the post may have been but not for certain."""
    for one in met.participants if met.day else ():
        certain, possible = answers_of(one, met.day)
        if one.post or only(certain) or not (certain or possible):
            continue
        how = "several posts that day" if certain else "possibly, by dates that are not exact"
        held = certain or possible
        yield Finding(
            "possibly-held",
            f"{one.row}-post",
            f"{one.name} held {how}: {'; '.join(map(words_of, held))}.",
            offers=tuple(offer(one, tenure) for tenure in held),
        )


def words_of(tenure):
    """Return what a tenure says, in words."""
    return f"“{tenure.post}, {tenure.country}” ({tenure.get_rank_display()})"


def offer(participant, tenure):
    """Return (label, {form field: value}) that takes over a tenure into the row of a participant."""
    values = {
        f"{participant.row}-country": (tenure.country_id, str(tenure.country)),
        f"{participant.row}-post": tenure.post,
        f"{participant.row}-rank": tenure.rank,
    }
    return f"{tenure.post}, {tenure.country}", values


def fills(met):
    """Return {form field: value} of what the one certain tenure of that day fills in rows that lack it.

    A country is (key, name). Nothing that an editor chose is changed.
    """
    filled = {}
    for one in met.participants if met.day else ():
        tenure = only(answers_of(one, met.day)[0])
        if tenure is None:
            continue
        _, values = offer(one, tenure)
        known = {"country": one.country, "post": one.post, "rank": one.rank.removeprefix("unknown")}
        same_post = one.post.casefold() in ("", tenure.post.casefold())
        for name, value in known.items():
            if not value and (name != "rank" or same_post):
                filled[f"{one.row}-{name}"] = values[f"{one.row}-{name}"]
    return filled
