"""Public addresses of villages and artisans (inside ``i18n_patterns``)."""

from django.urls import path

from showcase.core.routes import route
from villages import views

urlpatterns = [
    path(route("villages", "<living:reference>/"), views.village_detail, name="village_detail"),
    path(route("artisans", "<living:reference>/"), views.artisan_detail, name="artisan_detail"),
]
