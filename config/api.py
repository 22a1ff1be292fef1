"""The read-only JSON API: one address for each list and each record, its schema, and its documentation page."""

from django.http import QueryDict
from django.template.response import TemplateResponse
from django.urls import include, path, reverse
from drf_spectacular.renderers import OpenApiJsonRenderer
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView
from rest_framework.response import Response
from rest_framework.views import APIView

from agreements.listings import LISTINGS as OF_AGREEMENTS
from meetings.browse.safe import SafeView
from meetings.browse.schema import parameters_of
from meetings.listings import LISTINGS as OF_MEETINGS
from meetings.listings import LOGS
from meetings.tidy import TIDY

LISTINGS = (*OF_MEETINGS, *OF_AGREEMENTS)


class SchemaView(SpectacularAPIView):
    """The OpenAPI document, as JSON."""

    renderer_classes = [OpenApiJsonRenderer]

    def _get_version_parameter(self, request):
        """There is one version. Its own reading of the address would go into a header, line breaks and all."""
        return None


class RootJson(APIView):
    """The address of every list, by its name, and of what describes them."""

    http_method_names = ["get", "head", "options"]

    @extend_schema(
        operation_id="root",
        summary="What there is",
        responses={200: {"type": "object", "additionalProperties": {"type": "string", "format": "uri"}}},
    )
    def get(self, request):
        names = {listing.name: f"api-{listing.name}" for listing in (*LISTINGS, *LOGS)}
        names |= {"schema": "api-schema", "docs": "api-docs"}
        return Response({name: request.build_absolute_uri(reverse(route)) for name, route in names.items()})


class DocsPage(SafeView):
    """Every endpoint, its filters, and an example that works on what is published now."""

    def get(self, request):
        endpoints = [_endpoint(listing) for listing in (*LISTINGS, *LOGS)]
        files = [
            {"path": f"/{listing.name}.csv", "title": listing.title, "about": listing.about}
            | {"columns": listing.column_names()}
            for listing in (*LISTINGS, *LOGS, *TIDY)
        ]
        return TemplateResponse(request, "api_docs.html", {"endpoints": endpoints, "files": files})


def _endpoint(listing):
    entry = listing.editions().order_by("slug").first()
    described = {
        "path": reverse(f"api-{listing.name}"),
        "title": listing.title,
        "description": listing.about,
        "filters": parameters_of(listing),
        "columns": [column.name for column in listing.columns if column.in_json],
        "example": f"{reverse(f'api-{listing.name}')}{_example(listing, entry)}",
        "detail": "",
    }
    if entry is not None and "/" not in entry.slug:
        described["detail"] = reverse(f"api-{listing.noun}", args=[entry.slug])
    return described


def _example(listing, entry):
    """Return a query string that finds the entry by something of its own, "" when there is none to ask by."""
    for key in _keys(listing, entry) if entry is not None else ():
        name, _, value = key.partition("=")
        if name in listing.filterset.base_filters and not listing.read(QueryDict(key)).faults and value:
            return f"?{key}"
    return ""


def _keys(listing, entry):
    """Return what an entry can be found by: the keys of its edition, or its columns that are filters too."""
    asked = listing.filterset.base_filters
    shown = (f"{column.name}={column.of(entry)}" for column in listing.columns if column.name in asked)
    return entry.keys if hasattr(entry, "keys") else shown


urlpatterns = [
    path("v1/", RootJson.as_view(), name="api-root"),
    path("v1/", include("meetings.api")),
    path("v1/", include("agreements.api")),
    path("schema/", SchemaView.as_view(), name="api-schema"),
    path("docs/", DocsPage.as_view(), name="api-docs"),
]
