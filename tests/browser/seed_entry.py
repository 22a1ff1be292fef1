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
    """Enter source, officials, meeting and both agreements; return what was Entered, all drafts."""
    enter_source(desk)
    for name in facts.OFFICIALS:
        enter_official(desk, name)
    meeting = enter_meeting(desk)
    package = enter_signed(desk, meeting)
    statement = enter_statement(desk)
    enter_mentioned(desk, meeting)
    return Entered(meeting, package, statement)


def submit_seed(desk, entered):
    """Hand all three over for review."""
    for path in entered.paths():
        desk.open(path)
        desk.act("Submit for review")


def publish_seed(desk, entered):
    """Publish all three, as a publisher."""
    for path in entered.paths():
        desk.open(path)
        desk.act("Publish")


def enter_source(desk):
    """Enter the article."""
    desk.open("meetings/source/add/")
    desk.choose("publisher", "Trend")
    desk.fill(text=facts.PASTED, **facts.SOURCE)
    desk.save()


def enter_official(desk, name):
    """Enter an official with the post that he holds."""
    native, country, post, rank, start = facts.OFFICIALS[name]
    desk.open("meetings/official/add/")
    desk.fill(name=name, native_name=native)
    row = desk.add_row("tenures")
    desk.choose(row + "country", PLACES[country])
    desk.fill(row, post=post, rank=rank, start=start)
    desk.save()


def enter_statement(desk):
    """Enter the trilateral statement, which the article mentions, as an agreement of its own."""
    desk.open("agreements/agreement/add/")
    desk.fill(title=facts.STATEMENT_TITLE, type="joint-statement", type_wording=facts.STATEMENT_WORDING)
    desk.choose("sources", SOURCE, search="Trend")
    for slug, post in facts.STATEMENT_SIGNED:
        desk.choose(desk.add_row("parties") + "country", PLACES[slug])
        row = desk.add_row("signatures")
        desk.choose(row + "country", PLACES[slug])
        desk.fill(row, post=post)
        desk.choose(row + "sources", SOURCE, search="Trend")
    row = desk.add_row("steps")
    desk.fill(row, kind="signed")
    desk.choose(row + "sources", SOURCE, search="Trend")
    return desk.save()


def enter_meeting(desk):
    """Enter the meeting with all its parts on one page, in the order of the article; save once."""
    desk.open("meetings/meeting/add/")
    desk.fill(**facts.MEETING)
    for field in ("sources", "date_sources", "place_sources"):
        desk.choose(field, SOURCE, search="Trend")
    for number, name in enumerate(facts.OFFICIALS):
        row = f"participations-{number}-"
        # Country, post and rank follow from the tenure of that day.
        desk.choose(row + "official", name)
        desk.fill(row, name_in_text=name)
        desk.choose(row + "sources", SOURCE, search="Trend")
    for wording, sphere in facts.DISCUSSIONS:
        row = desk.add_row("discussions")
        desk.fill(row, wording=wording)
        desk.choose(row + "sphere", facts.SPHERES[sphere][1])
        desk.choose(row + "source", SOURCE, search="Trend")
    enter_words(desk)
    enter_commitment(desk)
    return desk.save()


def enter_words(desk):
    """Enter quotes and figures into the meeting that is open."""
    for speaker, kind, text in facts.QUOTES:
        row = desk.add_row("quotes")
        desk.choose(row + "speakers", speaker)
        desk.fill(row, kind=kind, text=text)
        desk.choose(row + "sources", SOURCE, search="Trend")
    for values, claimant in facts.FIGURES:
        row = desk.add_row("figures")
        desk.fill(row, **values)
        for slug in ("azerbaijan", "russia"):
            desk.choose(row + "countries", PLACES[slug])
        if claimant:
            desk.choose(row + "claimed_by", claimant)
        desk.choose(row + "sources", SOURCE, search="Trend")


def enter_commitment(desk):
    """Enter the invitation into the meeting that is open."""
    row = desk.add_row("commitments")
    desk.fill(row, **facts.COMMITMENT)
    desk.choose(row + "by_officials", facts.ASADOV)
    desk.choose(row + "by_countries", PLACES["azerbaijan"])
    desk.choose(row + "to_officials", facts.MISHUSTIN)
    desk.choose(row + "to_countries", PLACES["russia"])
    desk.choose(row + "sources", SOURCE, search="Trend")


def enter_signed(desk, meeting):
    """Enter that a package was signed at the meeting; return its number.

    The package is made on the way, in the window that the “+” opens.
    """
    desk.open(f"meetings/meeting/{meeting}/change/")
    row = desk.add_row("steps")
    window = desk.add_by_popup(row + "agreement")
    enter_package(window)
    window.save_popup()
    package = desk.chosen(row + "agreement")
    desk.fill(row, kind="signed", date="2021-05-20")
    desk.choose(row + "sources", SOURCE, search="Trend")
    desk.save()
    return package


def enter_mentioned(desk, meeting):
    """Enter that the trilateral statement was mentioned at the meeting."""
    desk.open(f"meetings/meeting/{meeting}/change/")
    row = desk.add_row("steps")
    desk.choose(row + "agreement", facts.STATEMENT_TITLE, search="Trilateral statement")
    desk.fill(row, kind="mentioned")
    desk.choose(row + "sources", SOURCE, search="Trend")
    desk.save()


def enter_package(desk):
    """Fill in the form of the package of documents, whose number the article does not give."""
    desk.fill(type="package", type_wording=facts.PACKAGE_WORDING)
    desk.tick("more_spheres")
    desk.choose("sources", SOURCE, search="Trend")
    for slug in ("azerbaijan", "russia"):
        desk.choose(desk.add_row("parties") + "country", PLACES[slug])
    for sphere, wording in facts.PACKAGE_SPHERES:
        row = desk.add_row("coverages")
        desk.choose(row + "sphere", facts.SPHERES[sphere][1])
        desk.fill(row, wording=wording)
