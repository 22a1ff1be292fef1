"""The seed meeting, entered by code, comes out whole of every public format, and not before it is published."""

import pandas
import pytest

from tests import seed
from tests import seed_facts as facts
from tests import seed_public as public

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = (
    facts.ASADOV,
    facts.MISHUSTIN,
    "cessation of hostilities",
    "trade turnover",
    facts.COMMITMENT["what"],
    "Trend, 2021",
)


@pytest.fixture(autouse=True)
def reference():
    """Load what the seed needs."""
    seed.load_reference()


def test_no_public_address_shows_a_trace_before_publication(client):
    seed.enter_seed()
    public.assert_no_trace(client, WORDS)


def test_every_fact_comes_out_of_page_files_and_json(client):
    seed.publish_seed()
    slug = public.assert_files_have_the_seed(client)
    public.assert_json_has_the_seed(client, slug)
    public.assert_page_has_the_seed(client, slug)


def test_nothing_is_stated_that_the_article_does_not_say(client):
    seed.publish_seed()
    slug = public.assert_files_have_the_seed(client)
    detail = client.get(f"/api/v1/meetings/{slug}/").json()
    assert (detail["host"], detail["setting"], detail["event"], detail["venue"]) == (None, None, None, None)
    assert {row["role"] for row in detail["participations"]} == {"participant"}
    assert [party["name"] for party in detail["parties"]] == ["Azerbaijan", "Russia"]
    assert client.get("/api/v1/meetings/?host=azerbaijan").json()["count"] == 0
    assert client.get("/api/v1/meetings/?city=baku").json()["count"] == 0
    assert client.get("/api/v1/meetings/?country=armenia").json()["count"] == 0


def test_files_are_read_back_without_loss_by_pandas(client, tmp_path):
    seed.publish_seed()
    for name in ("meetings", *public.PARTS):
        rows = public.rows_of(client, f"/{name}.csv")
        path = tmp_path / f"{name}.csv"
        path.write_bytes(b"".join(client.get(f"/{name}.csv").streaming_content))
        frame = pandas.read_csv(path, dtype=str, keep_default_na=False)
        assert frame.to_dict("records") == rows
