"""The colours of static/css/site.css keep the contrasts that WCAG 2.2 AA asks for, in light, dark and print."""

import re
from pathlib import Path

import pytest

SHEET = Path(__file__).resolve().parents[2] / "static/css/site.css"
TOKEN = re.compile(r"--([a-z0-9-]+):\s*(#[0-9a-f]{3,6})\b")
TEXT, MARK = 4.5, 3.0

GROUNDS = ("paper", "wash", "sheet")
TEXTS = ("ink", "ink-2", "ink-3", "link", "late", "sign")
MARKS = ("edge", "talk", "sign", "focus", "late", "link")


def blocks():
    """Return {scheme: {token: hex}}; dark and print override what the light scheme says."""
    css = SHEET.read_text()
    root, dark, paper = (
        dict(TOKEN.findall(part))
        for part in (
            css[: css.index("@media")],
            css[css.index("prefers-color-scheme: dark") : css.index("/* Base */")],
            css[css.index("@media print") :],
        )
    )
    return {"light": root, "dark": root | dark, "print": root | paper}


def luminance(colour):
    """Return the relative luminance of a hex colour, as WCAG defines it."""
    digits = colour[1:]
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one, other):
    """Return the contrast ratio of two hex colours."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_ratio_black_on_white_is_21():
    assert round(ratio("#000", "#ffffff"), 2) == 21


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("token", TEXTS)
def test_text_on_every_ground_is_readable(scheme, ground, token):
    tokens = blocks()[scheme]
    assert ratio(tokens[token], tokens[ground]) >= TEXT


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("token", MARKS)
def test_marks_and_borders_on_every_ground_are_seen(scheme, ground, token):
    tokens = blocks()[scheme]
    assert ratio(tokens[token], tokens[ground]) >= MARK


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_button_text_is_readable_at_rest_and_under_the_pointer(scheme):
    tokens = blocks()[scheme]
    assert min(ratio(tokens["paper"], tokens[ground]) for ground in ("ink", "link")) >= TEXT


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_numbers_on_every_tint_are_readable(scheme):
    tokens = blocks()[scheme]
    on = {step: "ink" if step < 4 else "on-deep" for step in range(1, 6)}
    tints = [(tokens[f"{hue}-{step}"], tokens[on[step]]) for hue in ("talk", "sign") for step in on]
    assert min(ratio(tint, text) for tint, text in tints) >= TEXT


def test_dark_scheme_names_no_colour_that_light_lacks():
    schemes = blocks()
    assert schemes["dark"].keys() == schemes["light"].keys()


@pytest.mark.parametrize("name", ["lists.css", "lenses.css", "records.css"])
def test_other_sheets_use_tokens_only(name):
    css = (SHEET.parent / name).read_text()
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsl", css) == []


@pytest.mark.parametrize("sheet", sorted(SHEET.parent.glob("*.css")), ids=lambda sheet: sheet.name)
def test_every_token_used_is_declared(sheet):
    declared = set(re.findall(r"(--[a-z0-9-]+):", SHEET.read_text()))
    assert set(re.findall(r"var\((--[a-z0-9-]+)\)", sheet.read_text())) <= declared


@pytest.mark.parametrize("sheet", sorted(SHEET.parent.glob("*.css")), ids=lambda sheet: sheet.name)
def test_sheet_loads_nothing_from_elsewhere(sheet):
    assert not re.search(r"@import|url\(|https?:", sheet.read_text())
