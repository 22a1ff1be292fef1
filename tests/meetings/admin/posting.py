"""Fills in the forms of the desk as a browser would: what the page shows, with some fields typed over."""

from django.urls import reverse


def address(record, page="change"):
    """Return the address of a record's page at the desk."""
    opts = record._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=[record.pk])


def adding(model):
    """Return the address of the form for a new record."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")


def shown(response):
    """Return {name: value(s)} of everything that the form on this page would send."""
    data = _sent(response.context["adminform"].form)
    for inline in response.context["inline_admin_formsets"]:
        data |= _sent(inline.formset.management_form)
        for form in inline.formset.forms:
            data |= _sent(form)
    return data


def row(data, prefix, number, **typed):
    """Type into row `number` of an inline, making it where it is new; return `data`."""
    total = f"{prefix}-TOTAL_FORMS"
    data[total] = max(int(data[total]), number + 1)
    return data | {f"{prefix}-{number}-{name}": value for name, value in typed.items()}


def _sent(form):
    sent = {}
    for bound in form:
        value = bound.value()
        if bound.field.disabled or value is None or value is False:
            continue
        sent[bound.html_name] = value if isinstance(value, (list, tuple)) else str(value)
    return sent


def errors(response):
    """Return all error texts on a page, the rows' among them, in one string."""
    return " | ".join(str(error) for error in response.context["errors"])
