"""Public addresses of lists and search (inside ``i18n_patterns``)."""

from django.urls import path

from search import views
from search.favourites import favourites
from showcase.core.routes import route

urlpatterns = [
    path(route("villages", ""), views.village_list, name="village_list"),
    path(route("artisans", ""), views.artisan_list, name="artisan_list"),
    path(route("products", ""), views.product_list, name="product_list"),
    path(route("search", ""), views.search, name="search"),
    path(route("favourites", ""), favourites, name="favourites"),
]
