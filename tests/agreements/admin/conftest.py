"""The people and the seed of the desk's tests."""

from tests.meetings.admin.conftest import (  # noqa: F401
    desk,
    editor,
    person,
    publisher,
    publishers_desk,
    seed_records,
)
