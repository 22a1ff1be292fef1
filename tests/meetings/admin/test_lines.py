"""Lists of lines at the desk: a new record begins with an empty box, and an untouched box saves nothing."""

import pytest
from django.contrib import admin
from django.forms import modelform_factory

from meetings.desk.trails import record_models
from meetings.models import Official
from meetings.models.lines import LinesField

pytestmark = pytest.mark.django_db
LISTS = [
    (model, field.name)
    for model in record_models()
    for field in model._meta.fields
    if isinstance(field, LinesField)
]


@pytest.mark.parametrize(("model", "name"), LISTS, ids=lambda value: getattr(value, "__name__", value))
def test_a_new_record_begins_with_an_empty_box(rf, admin_user, model, name):
    request = rf.get("/")
    request.user = admin_user
    box = admin.site.get_model_admin(model).get_form(request)()[name]
    assert not box.value()
    assert "[]" not in str(box)


def test_an_untouched_box_saves_no_line():
    form = modelform_factory(Official, fields=["name", "aliases"])
    form({"name": "Ali Asadov", "aliases": form()["aliases"].value()}).save()
    assert Official.objects.get().aliases == []
