"""Public addresses of the catalogue (inside ``i18n_patterns``)."""

from django.urls import path
from django.views.decorators.http import require_safe

from products import views
from products.feeds import ProductFeed
from showcase.core.routes import route

urlpatterns = [
    path(route("products", "atom.xml"), require_safe(ProductFeed()), name="product_feed"),
    path(route("products", "<living:reference>/"), views.product_detail, name="product_detail"),
]
