"""Addresses of pages that are no Wagtail pages (inside ``i18n_patterns``)."""

from django.urls import path

from showcase.core.routes import route
from showcase.pages.feeds import ExhibitionFeed

urlpatterns = [path(route("exhibitions", "atom.xml"), ExhibitionFeed(), name="exhibition_feed")]
