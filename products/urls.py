"""Public addresses of the catalogue (inside ``i18n_patterns``)."""

from django.urls import path

from products import views
from showcase.core.routes import route

urlpatterns = [path(route("products", "<living:reference>/"), views.product_detail, name="product_detail")]
