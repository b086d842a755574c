"""Addresses of pages that are no Wagtail pages (inside ``i18n_patterns``)."""

from django.urls import path
from django.views.decorators.http import require_safe

from showcase.core.routes import route
from showcase.pages.feeds import ExhibitionFeed

urlpatterns = [path(route("exhibitions", "atom.xml"), require_safe(ExhibitionFeed()), name="exhibition_feed")]
