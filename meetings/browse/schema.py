"""What OpenAPI says of a listing: its parameters, and the shape of its answers."""

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema

from .fields import MOST_VALUES, DayField, LookedUpField, ValuesField, WordsField
from .paging import DEFAULT_CURSOR_SIZE, LARGEST_CURSOR_SIZE

DAY = "A year, a year and month, or a day: 2021, 2021-05, 2021-05-20. Inclusive."
WORDS = "Words that must all occur, each from its beginning; “quoted” words exactly. At most 8."
SLUG = {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"}
ANYTHING = {"nullable": True}
ERRORS = {
    "type": "object",
    "properties": {
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {name: {"type": "string"} for name in ("parameter", "value", "message")},
            },
        }
    },
}


def parameters_of(listing):
    """Return [{"name", "description", "many", "values"}] of a listing's filters, sort and paging; for docs too."""
    found = [
        {
            "name": name,
            "description": described(listing.filterset.base_filters[name].field),
            "many": entry.many,
            "values": fixed_values(entry.field),
            "needs": listing.filterset.needs.get(name, ""),
        }
        for name, entry in listing.filterset.base_filters.items()
    ]
    found.append(
        {
            "name": "sort",
            "description": "The order; ties by slug, unknown values last.",
            "many": False,
            "values": list(listing.sorts),
            "needs": "",
        }
    )
    return found


def described(field):
    """Return one sentence on what a filter takes."""
    label = str(field.label)
    if isinstance(field, DayField):
        return f"{label}. {DAY}"
    if isinstance(field, WordsField):
        return f"{label}. {WORDS}"
    if isinstance(field, LookedUpField):
        return f"{label}: slug of a {field.noun}; at most {MOST_VALUES}."
    return f"{label}."


def fixed_values(field):
    """Return the values that a filter takes, when they are a fixed list."""
    if isinstance(field, LookedUpField) or not isinstance(field, ValuesField) or callable(field.choices):
        return []
    return list(field.choices)


def _openapi(parameter):
    return OpenApiParameter(
        parameter["name"],
        str,
        many=parameter["many"],
        enum=parameter["values"] or None,
        description=parameter["description"]
        + (f" Needs “{parameter['needs']}”." if parameter["needs"] else ""),
    )


def list_schema(listing):
    """Return the decorator that describes a ListJson of `listing`."""
    item = {
        "type": "object",
        "properties": {column.name: ANYTHING for column in listing.columns if column.in_json},
    }
    whole = {
        "type": "object",
        "properties": {
            "count": {"type": "integer"},
            "next": {"type": "string", "format": "uri", "nullable": True},
            "previous": {"type": "string", "format": "uri", "nullable": True},
            "results": {"type": "array", "items": item},
        },
        "required": ["count", "next", "previous", "results"],
    }
    paging = [
        OpenApiParameter("cursor", str, description="From `next` or `previous` of an answer."),
        OpenApiParameter(
            "page_size",
            {"type": "integer", "minimum": 1, "maximum": LARGEST_CURSOR_SIZE, "default": DEFAULT_CURSOR_SIZE},
        ),
    ]
    return extend_schema(
        operation_id=f"list_{listing.name}",
        summary=listing.title,
        description=listing.about,
        tags=[listing.name],
        parameters=[*map(_openapi, parameters_of(listing)), *paging],
        responses={
            200: OpenApiResponse(whole),
            400: OpenApiResponse(ERRORS, description="The address asks for something that cannot be."),
        },
    )


def detail_schema(listing):
    """Return the decorator that describes a DetailJson of `listing`."""
    whole = {"type": "object", "properties": {"slug": {"type": "string"}}, "additionalProperties": True}
    detail = {"type": "object", "properties": {"detail": {"type": "string"}}}
    return extend_schema(
        operation_id=f"get_{listing.noun}",
        summary=f"One {listing.noun}",
        tags=[listing.name],
        parameters=[OpenApiParameter("slug", SLUG, OpenApiParameter.PATH)],
        responses={
            200: OpenApiResponse(whole),
            304: OpenApiResponse(description="Not changed since the ETag given."),
            308: OpenApiResponse(description="The record has a new address."),
            404: OpenApiResponse(detail, description="There is no such record."),
            410: OpenApiResponse(detail, description="The record was withdrawn."),
        },
    )
