"""The seed meeting entered by hand at the desk, from reference data: every fact of the article, nothing else."""

from dataclasses import dataclass

from tests import seed_facts as facts

SOURCE = "Trend, 20 May 2021: untitled"
PLACES = {"azerbaijan": "Azerbaijan", "russia": "Russia", "armenia": "Armenia"}


@dataclass
class Entered:
    """The numbers of the records at the desk."""

    meeting: int
    package: int
    statement: int

    def paths(self):
        """Return the desk's addresses of the three, below /admin/."""
        return (
            f"meetings/meeting/{self.meeting}/change/",
            f"agreements/agreement/{self.package}/change/",
            f"agreements/agreement/{self.statement}/change/",
        )


def enter_seed(desk):
    """Enter source and meeting, officials and agreements on the way; return what was Entered, all drafts."""
    enter_source(desk)
    return enter_meeting(desk)


def submit_seed(desk, entered):
    """Hand all three over for review."""
    for path in entered.paths():
        desk.open(path)
        desk.act("Submit for review")


def publish_seed(desk, entered):
    """Publish the meeting, as a publisher; what waits for review with it goes along."""
    meeting, *_ = entered.paths()
    desk.open(meeting)
    desk.act("Publish")


def enter_source(desk):
    """Enter the article, and go on to the meeting that it tells of."""
    desk.open("meetings/source/add/")
    desk.choose("publisher", "Trend")
    desk.fill(text=facts.PASTED, **facts.SOURCE)
    desk.go_on("_meeting")


def enter_meeting(desk):
    """Enter the meeting with all its parts in the order of the form; save once; return what was Entered."""
    # The source is there; date, place and every row that names no source are from it.
    desk.fill(title=facts.MEETING["title"], date_start=facts.MEETING["date_start"])
    enter_participants(desk)
    desk.fill(**{name: facts.MEETING[name] for name in ("city", "place_basis", "format")})
    enter_discussions(desk)
    enter_words(desk)
    enter_commitment(desk)
    package = enter_step(desk, enter_package, kind="signed", date="2021-05-20")
    statement = enter_step(desk, enter_statement, kind="mentioned")
    desk.fill(summary=facts.MEETING["summary"])
    return Entered(desk.save(), package, statement)


def enter_participants(desk):
    """Paste who met; complete and make those who are not on record. Post and rank follow."""
    entries = [
        f"{name}, {post}, {PLACES[country]}" for name, (_, country, post, _, _) in facts.OFFICIALS.items()
    ]
    desk.type("who-list", "; ".join(entries))
    desk.turn("who-list", "paste")
    for number, (native, _, _, _, start) in enumerate(facts.OFFICIALS.values()):
        desk.fill(f"who-new-{number}-", native_name=native, start=start)
    desk.make_official()


def enter_discussions(desk):
    """Paste what was discussed; choose the sphere where the words do not name it."""
    desk.type("who-topics", "; ".join(wording for wording, _ in facts.DISCUSSIONS))
    desk.turn("who-topics", "topics")
    for number, (_, sphere) in enumerate(facts.DISCUSSIONS):
        box, name = f"discussions-{number}-sphere", facts.SPHERES[sphere][1]
        if desk.shown(box) != name:
            desk.choose(box, name)


def enter_words(desk):
    """Enter quotes and figures into the meeting that is open."""
    for speaker, kind, text in facts.QUOTES:
        row = desk.add_row("quotes")
        desk.take(row + "speakers", speaker)
        desk.fill(row, kind=kind, text=text)
    for values, claimant in facts.FIGURES:
        row = desk.add_row("figures")
        desk.fill(row, **values)
        for slug in ("azerbaijan", "russia"):
            desk.take(row + "countries", PLACES[slug])
        if claimant:
            desk.take(row + "claimed_by", claimant)


def enter_commitment(desk):
    """Enter the invitation into the meeting that is open."""
    row = desk.add_row("commitments")
    desk.fill(row, **facts.COMMITMENT)
    desk.take(row + "by_officials", facts.ASADOV)
    desk.take(row + "by_countries", PLACES["azerbaijan"])
    desk.take(row + "to_officials", facts.MISHUSTIN)
    desk.take(row + "to_countries", PLACES["russia"])


def enter_step(desk, enter_agreement, **step):
    """Enter a step at the meeting that is open; return the number of its agreement.

    The agreement is made on the way, in the window that the “+” opens.
    """
    row = desk.add_row("steps")
    window = desk.add_by_popup(row + "agreement")
    enter_agreement(window)
    desk.save_popup(window)
    desk.fill(row, **step)
    return desk.chosen(row + "agreement")


def enter_package(desk):
    """Fill in the form of the package of documents, whose number the article does not give."""
    desk.fill(type="package", type_wording=facts.PACKAGE_WORDING)
    desk.tick("more_spheres")
    for slug in ("azerbaijan", "russia"):
        desk.choose(desk.add_row("parties") + "country", PLACES[slug])
    for sphere, wording in facts.PACKAGE_SPHERES:
        row = desk.add_row("coverages")
        desk.choose(row + "sphere", facts.SPHERES[sphere][1])
        desk.fill(row, wording=wording)


def enter_statement(desk):
    """Fill in the form of the trilateral statement, which the article mentions."""
    desk.fill(title=facts.STATEMENT_TITLE, type="joint-statement", type_wording=facts.STATEMENT_WORDING)
    for slug, post in facts.STATEMENT_SIGNED:
        desk.choose(desk.add_row("parties") + "country", PLACES[slug])
        row = desk.add_row("signatures")
        desk.choose(row + "country", PLACES[slug])
        desk.fill(row, post=post)
        desk.choose(row + "sources", SOURCE, search="Trend")
    row = desk.add_row("steps")
    desk.fill(row, kind="signed")
    desk.choose(row + "sources", SOURCE, search="Trend")
