"""The house keeps its order: who may import whom, where vendors are named, what each file is called.

Reads the source as text; imports inside functions count like those at the top.
"""

import ast
import re
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from meetings.browse.api import DetailJson, ListJson
from meetings.browse.pages import DetailPage, ListingView
from meetings.models import CorrectedField
from meetings.models.edition import Edition, EditionParty, PairEdition

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(path for app in ("config", "meetings", "agreements") for path in (ROOT / app).rglob("*.py"))
# From the ground up; a module may import its own layer and those below. The first pattern that fits decides.
LAYERS = (
    (0, r"meetings\.browse(\..*)?"),
    (0, r"config\.(database|environment|settings|middleware|start|demo)"),
    (1, r"meetings\.publication"),
    (2, r"meetings\.edits"),
    (3, r"meetings\.models(\..*)?"),
    (4, r"agreements\.models(\..*)?"),
    (5, r"(meetings|agreements)(\..*)?"),
    (6, r"config(\..*)?"),
)
# What is a screen of one app; screens of the other do not import it.
SHARED = (
    r"meetings\.(browse|publication|edits|models|roles|workflow|edition|desk|templatetags)(\..*)?|meetings"
)
VENDOR = re.compile(r"postgresql|psycopg|sqlite|\bvendor\b", re.IGNORECASE)
MAY_NAME_VENDORS = ("meetings/browse/database/", "config/database.py", "/migrations/")
# Public views that show no records: health, files listed, the schema.
NO_RECORDS = {"healthz", "readyz", "api-schema", "api-root"}
# Pages made of listings' blocks; each reads editions through Listing.read.
OF_LISTINGS = {"home", "search", "data", "api-docs"}


def name_of(path):
    """Return the dotted name of a source file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path):
    """Return the dotted names of our own modules that a file imports, wherever it does."""
    package = name_of(path).split(".")
    if path.name != "__init__.py":
        package = package[:-1]
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *(node.module.split(".") if node.module else [])])
            known = {name_of(source) for source in SOURCES}
            found |= {
                f"{module}.{alias.name}" if f"{module}.{alias.name}" in known else module
                for alias in node.names
            }
    return {name for name in found if name.split(".")[0] in ("config", "meetings", "agreements")}


def layer_of(name):
    """Return the layer of a module."""
    return next(layer for layer, pattern in LAYERS if re.fullmatch(pattern, name))


def names(paths):
    return [str(path.relative_to(ROOT)) for path in paths]


@pytest.mark.parametrize("path", SOURCES, ids=names(SOURCES))
def test_no_module_imports_upward(path):
    name = name_of(path)
    allowed = layer_of(name)
    upward = {other for other in imports_of(path) if layer_of(other) > allowed}
    # The app's configuration ties the layers together once all models are loaded.
    assert not upward or path.name == "apps.py", upward


def test_the_screens_of_one_app_do_not_import_those_of_the_other():
    wrong = []
    for path in SOURCES:
        name = name_of(path)
        if layer_of(name) != 5:
            continue
        for other in imports_of(path):
            crosses = name.split(".")[0] != other.split(".")[0] and layer_of(other) == 5
            if crosses and not re.fullmatch(SHARED, other):
                wrong.append((name, other))
    assert wrong == []


def test_browse_imports_no_model():
    for path in SOURCES:
        if name_of(path).startswith("meetings.browse"):
            assert not {name for name in imports_of(path) if ".models" in name}, path


def test_migrations_of_meetings_never_depend_on_agreements():
    for path in (ROOT / "meetings" / "migrations").glob("*.py"):
        assert not re.search(r"[\"']agreements[\"'.]", path.read_text()), path


def test_no_module_is_a_junk_drawer():
    names_of_drawers = {"utils", "helpers", "core", "common", "misc"}
    assert [
        path for path in SOURCES if names_of_drawers & set(path.with_suffix("").parts[len(ROOT.parts) :])
    ] == []


def test_vendors_are_named_in_one_place():
    wrong = []
    for path in SOURCES:
        relative = str(path.relative_to(ROOT))
        if any(place in relative for place in MAY_NAME_VENDORS):
            continue
        code = ast.unparse(without_docstrings(ast.parse(path.read_text())))
        if VENDOR.search(code):
            wrong.append((relative, VENDOR.search(code).group()))
    # The settings say where the embedded database lies; what differs stands in config/database.py.
    assert [found for found in wrong if found[0] not in ("config/settings.py",)] == []


def without_docstrings(tree):
    """Return the tree without the strings that stand alone."""
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = [
                one for one in body if not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))
            ] or [ast.Pass()]
    return tree


def test_what_is_published_is_decided_in_one_place():
    wrong = []
    for path in SOURCES:
        relative = str(path.relative_to(ROOT))
        if relative in ("meetings/publication.py", "meetings/workflow.py") or "/migrations/" in relative:
            continue
        code = ast.unparse(without_docstrings(ast.parse(path.read_text())))
        if re.search(r"(==|!=|publication=)\s*(Publication\.PUBLISHED|'published')", code):
            wrong.append(relative)
    assert wrong == []


def public_patterns(resolver=None, prefix=""):
    """Yield (name, callback) of every public address."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = prefix + str(pattern.pattern)
        if route.startswith("admin/"):
            continue
        if isinstance(pattern, URLResolver):
            yield from public_patterns(pattern, route)
        elif isinstance(pattern, URLPattern):
            yield pattern.name, pattern.callback


def test_every_public_view_passes_the_edition():
    generic = (ListingView, ListJson, DetailPage, DetailJson)
    for name, callback in public_patterns():
        if name in NO_RECORDS or name in OF_LISTINGS or name == "pair":
            continue
        view = getattr(callback, "view_class", None) or getattr(callback, "cls", None)
        assert view is not None, name
        listing = callback.view_initkwargs.get("listing") or view.listing
        assert issubclass(view, generic), name
        # The log of corrections reads no edition but asks for one: see the canaries.
        assert issubclass(listing.editions().model, Edition | PairEdition | EditionParty | CorrectedField), (
            name
        )


def test_public_functions_and_classes_say_what_they_do():
    wordless = []
    for path in SOURCES:
        if "/migrations/" in str(path) or "/admin/" in str(path) or "/desk/" in str(path):
            continue
        tree = ast.parse(path.read_text())
        wordless += [(name_of(path), node.name) for node in tree.body if lacks_words(node)]
    assert wordless == []


def lacks_words(node):
    """Return whether a definition at the top of a module is public and has no docstring."""
    is_definition = isinstance(node, ast.FunctionDef | ast.ClassDef)
    return is_definition and not node.name.startswith("_") and ast.get_docstring(node) is None
