"""The pages' part of the admin: the styleguide, for whoever may enter."""

from django.urls import path
from django.urls.resolvers import URLPattern
from wagtail import hooks

from showcase.pages.styleguide import styleguide


@hooks.register("register_admin_urls")
def styleguide_url() -> list[URLPattern]:
    """``/admin/styleguide/``: Wagtail lets nobody in who may not enter the admin."""
    return [path("styleguide/", styleguide, name="styleguide")]
