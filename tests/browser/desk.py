"""Hands on the desk: types into the forms of the admin as an editor does, in a real browser."""

import re


class Desk:
    """One signed-in editor's page."""

    def __init__(self, page):
        self.page = page

    def open(self, path):
        """Open an address below /admin/."""
        self.page.goto(f"/admin/{path}")

    def type(self, name, value):
        """Type into the text field with this form name."""
        self._field(name).fill(value)

    def pick(self, name, value):
        """Pick a value of a plain selection."""
        self._field(name).select_option(value)

    def tick(self, name):
        """Tick a box."""
        self._field(name).check()

    def fill(self, prefix="", **values):
        """Type or pick each value, whatever kind of field it is; names may stand in a row with this prefix."""
        for name, value in values.items():
            field = self._field(prefix + name)
            (field.select_option if field.evaluate("e => e.tagName") == "SELECT" else field.fill)(value)

    def choose(self, name, text, search=None):
        """Find a record by typing and choose the suggestion that reads exactly `text`."""
        box = self._field(name).locator("xpath=following-sibling::span[contains(@class, 'select2')]")
        box.locator(".select2-selection").click()
        self.page.locator(".select2-container--open .select2-search__field").last.fill(search or text)
        option = self.page.locator(".select2-results__option", has_text=re.compile(f"^{re.escape(text)}$"))
        option.click()
        # The box holds it once the list has closed.
        self.page.locator(".select2-results").wait_for(state="detached")

    def chosen(self, name):
        """Return the number of the record chosen in a box."""
        return int(self._field(name).input_value())

    def add_row(self, prefix):
        """Open another row of an inline; return the prefix of its fields."""
        number = int(self.page.locator(f"#id_{prefix}-TOTAL_FORMS").input_value())
        self.page.locator(f"#{prefix}-group .add-row a").click()
        row = f"{prefix}-{number}-"
        self.page.locator(f"#{prefix}-{number}").wait_for()
        return row

    def add_by_popup(self, name):
        """Press the “+” beside a box; return the Desk of the window that opens."""
        with self.page.expect_popup() as opened:
            self.page.locator(f"#add_id_{name}").click()
        return Desk(opened.value)

    def save_popup(self):
        """Save the window, which closes and leaves its record chosen in the page that opened it."""
        with self.page.expect_event("close"):
            self.page.get_by_role("button", name="Save", exact=True).last.click()

    def save(self):
        """Save and stay; return the number of the record."""
        return self._press("Save and continue editing")

    def act(self, label):
        """Press a button of publication; return the number of the record."""
        return self._press(label)

    def _press(self, label):
        self.page.get_by_role("button", name=label, exact=True).last.click()
        self.page.wait_for_load_state()
        notes = self.page.locator(".errornote, .errorlist, .messagelist .error").all_inner_texts()
        assert notes == [], f"{label}: {notes}"
        return int(re.search(r"/(\d+)/change/$", self.page.url).group(1))

    def _field(self, name):
        return self.page.locator(f'[id="id_{name}"]')
