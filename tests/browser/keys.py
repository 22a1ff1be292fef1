"""The same hands without a mouse: every field is reached by Tab, every button pressed by a key."""

from tests.browser.desk import LONG, Desk

# Where the keyboard is: the field, or the field whose box it is in.
HERE = """() => {
  const on = document.activeElement;
  const box = on.closest(".select2");
  return (box ? box.previousElementSibling.id : on.id) || on.value || on.className;
}"""
# Whether a place lies before where the keyboard is.
BEHIND = """(place) => {
  const on = document.activeElement;
  const after = Node.DOCUMENT_POSITION_PRECEDING;
  return on !== document.body && Boolean(on.compareDocumentPosition(document.querySelector(place)) & after);
}"""
FARTHEST = 400


class Keyboard(Desk):
    """One signed-in editor's page, worked by keyboard alone."""

    def type(self, name, value):
        """Go to the field, put away what stands there and type, or paste what is long."""
        self._go(f"id_{name}")
        if self._field(name).input_value():
            self._press("Control+a")
        self._write(value)

    def pick(self, name, value):
        """Go to the selection and type the beginning of the label until it holds the value."""
        field = self._field(name)
        self._go(f"id_{name}")
        label = field.locator(f'option[value="{value}"]').inner_text().strip()
        for letter in label:
            if field.input_value() == value:
                break
            self.page.keyboard.type(letter)
            self.letters += 1
        for _ in range(20):
            if field.input_value() == value:
                return
            self._press("ArrowDown")
        raise AssertionError(f"{name} does not come to {value}")

    def tick(self, name):
        """Go to the box and press Space."""
        self._go(f"id_{name}")
        self._press("Space")

    def choose(self, name, text, search=None):
        """Go to the box, type, move to the suggestion that reads `text` and take it."""
        self._go(f"id_{name}")
        self._write(search or text)
        option = self._option(text)
        option.wait_for()
        while "highlighted" not in option.get_attribute("class"):
            self._press("ArrowDown")
        self._press("Enter")
        self.page.locator(".select2-results").wait_for(state="detached")

    def take(self, name, text):
        """Choose by the first letters: by keyboard the presses beside the boxes are no stops."""
        self.choose(name, text, search=text[:5])

    def add_row(self, prefix):
        """Open another row: from within the section by one stroke, else by its link."""
        number = self._rows(prefix)
        if self.page.evaluate(
            "p => Boolean(document.activeElement.closest(`#${p}-group .inline-related`))", prefix
        ):
            self._press("Control+Enter")
        else:
            self._go("addlink", f"#{prefix}-group .add-row a")
            self._press("Enter")
        row = self._row(prefix, number)
        # The keyboard goes on in the new row.
        self.page.locator(f"#{prefix}-{number} :focus").wait_for()
        return row

    def turn(self, name, button):
        """Turn the list into rows by the one stroke that does it from its field."""
        self._go(f"id_{name}")
        said = self._said(name)
        self._press("Control+Enter")
        said.filter(has_text="below").or_(self.page.locator(".who-new[open]")).first.wait_for()

    def make_official(self):
        """Make the officials filled in, by Enter in one of their fields."""
        self._press("Enter")
        self.page.locator("#who-found .who-said", has_text="added below").wait_for()

    def press_save(self):
        """Save a window by its one stroke."""
        self._press("Control+s")

    def go_on(self, name):
        """Go to the button of this name and press Enter."""
        self._go("button", f"button[name={name}]")
        with self.page.expect_navigation():
            self._press("Enter")

    def save(self):
        """Save and stay, by one stroke."""
        with self.page.expect_navigation():
            self._press("Control+s")
        return self._saved("Ctrl+S")

    def _press_add(self, name):
        self._go(f"add_id_{name}")
        self._press("Enter")

    def _press(self, key):
        self.acts += 1
        self.page.keyboard.press(key)

    def _write(self, text):
        self._count(text)
        (self.page.keyboard.insert_text if len(text) > LONG else self.page.keyboard.type)(text)

    def _go(self, ident, place=None):
        """Press Tab, or Shift and Tab when the place lies behind, until the keyboard is there."""
        place = place or f'[id="{ident}"]'
        key = "Shift+Tab" if self.page.evaluate(BEHIND, place) else "Tab"
        there = f"() => document.activeElement.matches({place!r})" if ident in ("addlink", "button") else None
        for _ in range(FARTHEST):
            at = self.page.evaluate(there) if there else self.page.evaluate(HERE) == ident
            if at:
                return
            self._press(key)
        raise AssertionError(f"The keyboard does not come to {ident}")
