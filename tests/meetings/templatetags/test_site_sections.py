"""The main navigation says where the reader is."""

from types import SimpleNamespace

from meetings.templatetags.site_sections import section


def at(url_name):
    return {"request": SimpleNamespace(resolver_match=SimpleNamespace(url_name=url_name))}


def test_section_on_its_list_is_the_current_page():
    assert section(at("meetings"), "meetings", "Meetings", "meeting") == (
        '<a href="/meetings/" aria-current="page">Meetings</a>'
    )


def test_section_on_a_page_within_is_current():
    assert 'aria-current="true"' in section(at("meeting"), "meetings", "Meetings", "meeting")


def test_section_elsewhere_is_not_current():
    assert "aria-current" not in section(at("quotes"), "meetings", "Meetings", "meeting")


def test_section_without_address_is_a_plain_link():
    nowhere = {"request": SimpleNamespace(resolver_match=None)}
    assert section(nowhere, "meetings", "Meetings") == '<a href="/meetings/">Meetings</a>'
