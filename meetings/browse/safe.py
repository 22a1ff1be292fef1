"""Public views: they only read, and their address says all that they are asked."""

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import render
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from .faults import given, twice, unknown
from .queries import without_tracking


class SafeView(View):
    """A view that changes nothing: every method but GET, HEAD and OPTIONS is 405, and no token is asked for.

    Tracking parameters are dropped by a redirect. `parameters` are those that the address may carry, each once; with
    any other the view is refused. None means that the view judges its address itself. `params` holds those given.
    """

    http_method_names = ["get", "head", "options"]
    parameters = ()

    @classmethod
    def as_view(cls, **initkwargs):
        """Return the view, exempt from the check for a token: else a POST would be told 403, and not 405."""
        return csrf_exempt(super().as_view(**initkwargs))

    def dispatch(self, request, *args, **kwargs):
        if request.method in ("GET", "HEAD"):
            query = without_tracking(request.GET)
            if query is not None:
                return HttpResponsePermanentRedirect(f"{request.path}?{query}" if query else request.path)
            if faults := self._faults(request):
                return self.refuse(request, faults)
        return super().dispatch(request, *args, **kwargs)

    def _faults(self, request):
        if self.parameters is None:
            return []
        self.params = given(request.GET, self.parameters)
        found = unknown(self.params, self.parameters, "page")
        return found + [fault for name in self.parameters for fault in twice(self.params, name)]

    def refuse(self, request, faults):
        """Answer 400 with the reasons."""
        return render(request, "refused.html", {"errors": faults}, status=400)
