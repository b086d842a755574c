"""Public addresses of the catalogue (inside ``i18n_patterns``)."""

from django.urls import path

from products import views
from products.feeds import ProductFeed
from showcase.core.routes import route

urlpatterns = [
    path(route("products", "atom.xml"), ProductFeed(), name="product_feed"),
    path(route("products", "<living:reference>/"), views.product_detail, name="product_detail"),
]
