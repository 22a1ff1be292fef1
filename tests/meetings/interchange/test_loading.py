"""Loads: what is made, changed, waited for, and what people changed is left alone."""

import pytest

from meetings import edition, edits
from meetings.interchange.loading import NOTE, LoadError, load
from meetings.models import Country, Meeting, Official, Source, Tenure
from meetings.publication import Publication, published
from tests.factories import PublisherFactory

pytestmark = pytest.mark.django_db

ANA = {"key": "ana", "name": "Ana", "reference": True}
QUEEN = {"country": "aland", "post": "Queen", "start": "2001"}


@pytest.fixture(autouse=True)
def aland():
    return Country.objects.create(slug="aland", name="Aland")


def test_load_twice_creates_then_leaves_everything_unchanged():
    jobs = [(Official, {**ANA, "tenures": [QUEEN]})]
    assert load(jobs, "test").lines == ["created official ana"]
    count = edits.Edit.objects.count()
    assert load(jobs, "test").lines == ["unchanged official ana"]
    assert edits.Edit.objects.count() == count


def test_load_is_one_edit_of_the_kind_import():
    before = edits.Edit.objects.count()
    load([(Official, ANA), (Official, {**ANA, "key": "bo", "name": "Bo"})], "test")
    assert edits.Edit.objects.count() == before + 1
    assert edits.Edit.objects.latest("pk").kind == edits.Edit.Kind.IMPORT


def test_load_of_a_changed_file_changes_the_record_and_says_what():
    load([(Official, {**ANA, "tenures": [QUEEN]})], "test")
    report = load([(Official, {**ANA, "name": "Anna", "tenures": [{**QUEEN, "post": "Empress"}]})], "test")
    assert report.lines == ["changed official ana: name, tenures 1.post"]
    assert Tenure.objects.get().post == "Empress"


def test_load_after_a_person_edited_the_record_leaves_it_alone_and_says_so():
    load([(Official, ANA)], "test")
    ana = Official.objects.get(slug="ana")
    ana.name = "Anne"
    ana.save()
    report = load([(Official, {**ANA, "name": "Anna"})], "test")
    assert report.lines == ["left alone official ana: edited since it was loaded (name differ)"]
    assert Official.objects.get(slug="ana").name == "Anne"


def test_load_after_a_person_edited_a_part_leaves_the_whole_alone():
    load([(Official, {**ANA, "tenures": [QUEEN]})], "test")
    tenure = Tenure.objects.get()
    tenure.post = "Regent"
    tenure.save()
    report = load([(Official, {**ANA, "tenures": [QUEEN]})], "test")
    assert report.total("left alone") == 1
    assert Tenure.objects.get().post == "Regent"


def test_load_after_a_person_deleted_a_part_does_not_bring_it_back():
    load([(Official, {**ANA, "tenures": [QUEEN]})], "test")
    Tenure.objects.get().delete()
    assert load([(Official, {**ANA, "tenures": [QUEEN]})], "test").total("left alone") == 1
    assert not Tenure.objects.exists()


def test_load_with_overwrite_writes_over_a_person_and_owns_the_record_again():
    load([(Official, ANA)], "test")
    ana = Official.objects.get(slug="ana")
    ana.name = "Anne"
    ana.save()
    assert load([(Official, ANA)], "test", overwrite=True).total("changed") == 1
    assert load([(Official, {**ANA, "name": "Anna"})], "test").total("changed") == 1


def test_load_waits_for_records_that_stand_later_in_the_list():
    jobs = [
        (Country, {"key": "new", "name": "New", "predecessors": ["old"]}),
        (Country, {"key": "old", "name": "Old"}),
    ]
    load(jobs, "test")
    assert Country.objects.get(slug="new").predecessors.get().slug == "old"


@pytest.mark.parametrize(
    ("tree", "words"),
    [
        ({**ANA, "tenures": [{**QUEEN, "country": "nowhere"}]}, "nowhere"),
        ({**ANA, "born": "long ago"}, "ana"),
        ({**ANA, "wikidata": "57421061"}, "ana"),
    ],
)
def test_load_of_a_faulty_tree_raises_with_the_record_and_loads_nothing(tree, words):
    with pytest.raises(LoadError, match=words):
        load([(Official, {**ANA, "key": "bo"}), (Official, tree)], "test")
    assert not Official.objects.exists()


def test_load_gives_a_first_day_in_public_only_to_what_is_public(client):
    aside = {"key": "aside", "publisher": PublisherFactory(slug="trend").slug, "published_on": "2001"}
    cited = aside | {"key": "cited"}
    load(
        [(Source, aside), (Source, cited), (Official, {**ANA, "tenures": [{**QUEEN, "sources": ["cited"]}]})],
        "x",
    )
    days = dict(Source.objects.values_list("slug", "first_public_at"))
    assert days["aside"] is None
    assert days["cited"] is not None
    assert [client.get(f"/sources/{slug}/").status_code for slug in ("aside", "cited")] == [404, 200]


def meeting_tree(key):
    """Return the tree of a meeting of two countries that rests on one source."""
    sides = [{"country": slug, "post": "Envoy"} for slug in ("aland", "borland")]
    return {"key": key, "title": key, "date_start": "2001", "date_precision": "year"} | {
        "participations": sides,
        "sources": ["text"],
    }


def test_load_withdraws_what_no_file_names_any_more_unless_a_person_edited_it(client):
    Country.objects.create(slug="borland", name="Borland")
    source = (Source, {"key": "text", "publisher": PublisherFactory().slug, "published_on": "2001"})
    kept, dropped, edited = ((Meeting, meeting_tree(key)) for key in ("kept", "dropped", "edited"))
    load([source, kept, dropped, edited], "test")
    load([source, kept], "other")
    assert Meeting.objects.filter(published()).count() == 3
    mine = Meeting.objects.get(slug="edited")
    mine.summary = "In my words."
    mine.save()
    report = load([source, kept], "test")
    assert report.lines[2:] == [
        "withdrawn meeting dropped: no file names it any more",
        "left alone meeting edited: no file names it any more, and it was edited since it was loaded",
    ]
    statuses = [client.get(f"/meetings/{key}/").status_code for key in ("kept", "dropped", "edited")]
    assert statuses == [200, 410, 200]
    assert load([source, kept], "test").total("withdrawn") == 0
    # Files that name no meeting at all withdraw the last one.
    assert load([source], "test").lines[1] == "withdrawn meeting kept: no file names it any more"
    assert load([source, kept], "test").total("published again") == 1
    assert load([source, kept, dropped], "test").total("published again") == 1
    assert client.get("/meetings/dropped/").status_code == 200
    assert edition.check() == []


def test_dropped_record_whose_part_a_person_edited_stays_withdrawn_when_its_file_returns():
    Country.objects.create(slug="borland", name="Borland")
    source = (Source, {"key": "text", "publisher": PublisherFactory().slug, "published_on": "2001"})
    kept, dropped = ((Meeting, meeting_tree(key)) for key in ("kept", "dropped"))
    load([source, kept, dropped], "test")
    load([source, kept], "test")
    part = Meeting.objects.get(slug="dropped").participations.first()
    with edits.edit(note=f"{NOTE}test"):
        part.post = "Corrected by a person"
        part.save()
    report = load([source, kept, dropped], "test")
    assert (report.total("left alone"), report.total("published again")) == (1, 0)
    part.refresh_from_db()
    assert part.post == "Corrected by a person"
    assert Meeting.objects.get(slug="dropped").publication == Publication.WITHDRAWN


def test_load_that_would_leave_a_published_record_too_little_loads_nothing():
    Country.objects.create(slug="borland", name="Borland")
    source = (Source, {"key": "text", "publisher": PublisherFactory().slug, "published_on": "2001"})
    load([source, (Meeting, meeting_tree("talks"))], "test")
    with pytest.raises(LoadError, match="at least one source"):
        load([source, (Meeting, meeting_tree("talks") | {"sources": [], "title": "Other"})], "test")
    assert Meeting.objects.get().title == "talks"
