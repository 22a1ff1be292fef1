"""The guard on every page of the browser tests must itself notice what it is for."""

import pytest

from tests.browser.watch import Watch

ADDED = {
    "inline script": "s = document.createElement('script'); s.textContent = '1'; document.body.append(s)",
    "inline handler": "document.body.setAttribute('onclick', '1'); document.body.click()",
    "inline style": "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')",
    "foreign picture": "document.body.insertAdjacentHTML('beforeend', '<img src=\"http://localhost:9/x.png\">')",
    "missing picture": "document.body.insertAdjacentHTML('beforeend', '<img src=\"/no-such.png\">')",
    "script error": "setTimeout(() => { throw new Error('planted') })",
}


def test_admin_login_in_a_browser_shows_no_fault(page):
    page.goto("/admin/")
    assert page.get_by_label("Username").is_visible()


@pytest.mark.parametrize("script", ADDED.values(), ids=ADDED.keys())
def test_watch_planted_fault_is_noticed(chromium, live_server, script):
    context = chromium.new_context(base_url=live_server.url)
    page = context.new_page()
    page.goto("/admin/login/")
    watch = Watch(page, live_server.url)
    page.evaluate("() => { " + script + " }")
    page.wait_for_timeout(300)
    context.close()
    assert watch.faults


def test_sign_in_editor_reaches_the_admin(page, sign_in, django_user_model):
    sign_in(page, django_user_model.objects.create_user("editor", is_staff=True))
    page.goto("/admin/")
    assert page.get_by_role("button", name="Log out").is_visible()


def test_axe_picture_without_text_fails(page, axe):
    page.goto("/admin/login/")
    axe_faults = "document.body.insertAdjacentHTML('beforeend', '<button></button>')"
    page.evaluate(axe_faults)
    with pytest.raises(AssertionError, match="button-name"):
        axe(page)
