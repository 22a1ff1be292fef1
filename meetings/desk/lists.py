"""The lists of the desk: bounded search, and filters that refuse what they do not offer."""

from django.contrib import messages
from django.contrib.admin import SimpleListFilter
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ORDER_VAR, ChangeList
from django.core.exceptions import BadRequest, ValidationError

from .finding import found
from .keys import LARGEST, is_key
from .queues import Queued

MOST_WORDS = 8
LONGEST_SEARCH = 200
LONGEST_VALUE = 200
# What the filters of Django's admin write into addresses, by the end of the parameter.
ENDINGS = ("__exact", "__isnull", "__id__exact", "__gte", "__lt")


class DeskChangeList(ChangeList):
    """A change list that orders by its columns only, each once, and fetches related rows in bulk."""

    def get_ordering(self, request, queryset):
        """Return the order; raises IncorrectLookupParameters for more columns than there are."""
        asked = self.params.get(ORDER_VAR, "")
        if asked.count(".") >= len(self.list_display):
            raise IncorrectLookupParameters
        return super().get_ordering(request, queryset)

    def get_queryset(self, request, exclude_parameters=None):
        """Return the rows with what `list_prefetch_related` of their admin names."""
        rows = super().get_queryset(request, exclude_parameters)
        return rows.prefetch_related(*getattr(self.model_admin, "list_prefetch_related", ()))


class StrictList(Queued):
    """Mixin of a ModelAdmin: its list answers hostile parameters by 400, a redirect or an empty match."""

    list_per_page = 50
    list_max_show_all = 200
    show_full_result_count = False

    def get_changelist(self, request, **kwargs):
        """Return our change list."""
        return DeskChangeList

    def lookup_allowed(self, lookup, value, request=None):
        """Allow what the filters of this list write into addresses, with values that databases can compare."""
        return lookup in self._lookups_offered(request) and _is_comparable(value)

    def _lookups_offered(self, request):
        offered = set()
        for item in self.get_list_filter(request):
            if isinstance(item, type) and issubclass(item, SimpleListFilter):
                offered.add(item.parameter_name)
            else:
                name = item[0] if isinstance(item, (list, tuple)) else item
                offered |= {name, *(name + ending for ending in ENDINGS)}
        return offered

    def get_search_results(self, request, queryset, search_term):
        """Search; more than 8 words or 200 characters find nothing, and a list says so."""
        if len(search_term) <= LONGEST_SEARCH and len(search_term.split()) <= MOST_WORDS:
            return found(queryset, self.get_search_fields(request), search_term), False
        if request.resolver_match and request.resolver_match.url_name != "autocomplete":
            self.message_user(
                request,
                f"Nothing was searched: write at most {MOST_WORDS} words and {LONGEST_SEARCH} characters.",
                messages.WARNING,
            )
        return queryset.none(), False

    def changelist_view(self, request, extra_context=None):
        """Show the list or run an action. Raises BadRequest for selected rows that cannot be keys."""
        if not all(map(is_key, request.POST.getlist("_selected_action"))):
            raise BadRequest("A selected row is not the number of a row.")
        return super().changelist_view(request, extra_context)

    def get_changeform_initial_data(self, request):
        """Return what the address proposes for a new record, without what its fields would not accept."""
        proposed = super().get_changeform_initial_data(request)
        fields = self.get_form(request).base_fields
        return {
            name: value
            for name, value in proposed.items()
            if name in fields and _accepts(fields[name], value)
        }


def _accepts(field, value):
    values = value if isinstance(value, list) else [value]
    if getattr(field, "queryset", None) is not None and not all(map(is_key, values)):
        return False
    try:
        field.clean(value)
    except ValidationError:
        return False
    return True


def _is_comparable(value):
    if not isinstance(value, str):
        return True
    digits = value.strip().lstrip("+-")
    too_large = digits.isdigit() and (len(digits) > 19 or int(digits) > LARGEST)
    return len(value) <= LONGEST_VALUE and not too_large
