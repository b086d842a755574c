"""Public addresses of villages and artisans (inside ``i18n_patterns``)."""

from django.urls import path

from showcase.core.routes import route
from villages import views
from villages.glossary import glossary

urlpatterns = [
    path(route("glossary", ""), glossary, name="glossary"),
    path(route("villages", "<living:reference>/"), views.village_detail, name="village_detail"),
    path(route("artisans", "<living:reference>/"), views.artisan_detail, name="artisan_detail"),
]
