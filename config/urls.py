"""The addresses of the whole site."""

from django.contrib import admin
from django.urls import include, path

from config import front, views
from config.reports import report_routes

handler404 = "config.views.not_found"
handler500 = "config.views.server_error"

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("admin/", admin.site.urls),
    path("", front.HomePage.as_view(), name="home"),
    path("search/", front.SearchPage.as_view(), name="search"),
    path("data/", front.DataPage.as_view(), name="data"),
    path("api/", include("config.api")),
    *report_routes(),
    path("", include("meetings.urls")),
    path("", include("agreements.urls")),
]
