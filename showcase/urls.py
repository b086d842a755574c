"""All addresses. Public ones inside ``i18n_patterns``: the address alone tells the language."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from search.api import api, openapi
from showcase.core import views as core_views
from showcase.core.health import health
from showcase.core.qr import code_picture
from showcase.core.sitemap_views import robots, sitemap, sitemap_index
from showcase.images.storage import PUBLIC_FOLDER

urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap_index, name="sitemap_index"),
    path("sitemap-<slug:kind>-<int:number>.xml", sitemap, name="sitemap"),
    path("health", health, name="health"),
    path("api/v1/openapi.json", openapi, name="openapi"),
    path("api/v1/", api.urls),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("p/<slug:code>", core_views.code, name="code"),
    path("p/<slug:code>.svg", code_picture, name="code_picture"),
    path("p/<slug:code>/", RedirectView.as_view(pattern_name="code", permanent=True)),
]

if settings.DEBUG:
    urlpatterns += static(settings.MEDIA_URL, document_root=f"{settings.MEDIA_ROOT}/{PUBLIC_FOLDER}")

urlpatterns += i18n_patterns(
    path("", include("search.urls")),
    path("", include("products.urls")),
    path("", include("villages.urls")),
    path("", include("showcase.pages.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
