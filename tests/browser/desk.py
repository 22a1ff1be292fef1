"""Hands on the desk: types into the forms of the admin as an editor does, in a real browser, by mouse or by keyboard.

Both count what they do: `acts` are clicks, and keys that type no text; `letters` are the letters typed. Long texts
are pasted, which is one act.
"""

import re

LONG = 60


class Desk:
    """One signed-in editor's page, worked by mouse."""

    def __init__(self, page):
        self.page = page
        self.acts = self.letters = 0

    def open(self, path):
        """Open an address below /admin/."""
        self.page.goto(f"/admin/{path}")

    def type(self, name, value):
        """Type or paste into the text field with this form name."""
        self.acts += 1
        self._count(value)
        self._field(name).fill(value)

    def pick(self, name, value):
        """Pick a value of a plain selection."""
        self.acts += 2
        self._field(name).select_option(value)

    def tick(self, name):
        """Tick a box."""
        self.acts += 1
        self._field(name).check()

    def fill(self, prefix="", **values):
        """Type or pick each value, whatever kind of field it is; names may stand in a row with this prefix."""
        for name, value in values.items():
            is_choice = self._field(prefix + name).evaluate("e => e.tagName") == "SELECT"
            (self.pick if is_choice else self.type)(prefix + name, value)

    def choose(self, name, text, search=None):
        """Find a record by typing and choose the suggestion that reads `text`, more in brackets aside."""
        self.acts += 2
        self._count(search or text)
        box = self._field(name).locator("xpath=following-sibling::span[contains(@class, 'select2')]")
        box.locator(".select2-selection").click()
        self.page.locator(".select2-container--open .select2-search__field").last.fill(search or text)
        self._option(text).click()
        # The box holds it once the list has closed.
        self.page.locator(".select2-results").wait_for(state="detached")

    def take(self, name, text):
        """Choose somebody or a country that takes part: one press beside the box."""
        self.acts += 1
        holder = self._field(name).locator(
            "xpath=ancestor::div[contains(@class, 'related-widget-wrapper')][1]"
        )
        holder.locator(".nearby-pick", has_text=text).click()

    def chosen(self, name):
        """Return the number of the record chosen in a box."""
        return int(self._field(name).input_value())

    def shown(self, name):
        """Return what a box shows as chosen."""
        return self._field(name).locator("option:checked").inner_text()

    def add_row(self, prefix):
        """Open another row of an inline; return the prefix of its fields."""
        self.acts += 1
        number = self._rows(prefix)
        self.page.locator(f"#{prefix}-group .add-row a").click()
        return self._row(prefix, number)

    def turn(self, name, button):
        """Press the button of a panel that turns what stands in the field `name` into rows; wait for its answer."""
        self.acts += 1
        said = self._said(name)
        self.page.locator(f"button[name=_who][value={button}]").click()
        said.filter(has_text=re.compile(r"\S")).wait_for()

    def make_official(self):
        """Press the button that makes the officials filled in; wait for the rows."""
        self.acts += 1
        self.page.locator("button[name=_who][value=create]").click()
        self.page.locator("#who-found .who-said", has_text="added below").wait_for()

    def add_by_popup(self, name):
        """Press the “+” beside a box; return the Desk of the window that opens."""
        self.acts += 1
        with self.page.expect_popup() as opened:
            self._press_add(name)
        return self._of_window(opened.value)

    def save_popup(self, window):
        """Save a window, which closes and leaves its record chosen in this page; count what was done there."""
        with window.page.expect_event("close"):
            window.press_save()
        self.acts += window.acts
        self.letters += window.letters

    def press_save(self):
        """Press the button that saves a window."""
        self.acts += 1
        self.page.get_by_role("button", name="Save", exact=True).last.click()

    def go_on(self, name):
        """Press the button of this name and wait for the page that it leads to."""
        self.acts += 1
        with self.page.expect_navigation():
            self.page.locator(f"button[name={name}]").click()

    def save(self):
        """Save and stay; return the number of the record."""
        return self.act("Save and continue editing")

    def act(self, label):
        """Press a button of saving or publication; return the number of the record."""
        self.acts += 1
        self.page.get_by_role("button", name=label, exact=True).last.click()
        return self._saved(label)

    def _saved(self, label):
        self.page.wait_for_load_state()
        notes = self.page.locator(".errornote, .errorlist, .messagelist .error").all_inner_texts()
        assert notes == [], f"{label}: {notes}"
        return int(re.search(r"/(\d+)/change/", self.page.url).group(1))

    def _press_add(self, name):
        self.page.locator(f"#add_id_{name}").click()

    def _of_window(self, window):
        return type(self)(window)

    def _rows(self, prefix):
        return int(self.page.locator(f"#id_{prefix}-TOTAL_FORMS").input_value())

    def _row(self, prefix, number):
        self.page.locator(f"#{prefix}-{number}").wait_for()
        return f"{prefix}-{number}-"

    def _said(self, name):
        panel = self.page.locator(".who", has=self._field(name))
        return panel.locator(".who-said")

    def _option(self, text):
        pattern = re.compile(rf"^{re.escape(text)}( \(.*\))?$")
        return self.page.locator(".select2-results__option", has_text=pattern)

    def _count(self, text):
        if len(text) > LONG:
            self.acts += 1
        else:
            self.letters += len(text)

    def _field(self, name):
        return self.page.locator(f'[id="id_{name}"]')
