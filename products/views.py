"""The product's page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from products.documents import with_document_relations
from products.models import Product
from products.presentation import product_context
from products.structured import product_findable, product_head
from showcase.core.views import public_record_or_404


def product_detail(request: HttpRequest, reference: tuple[str, str]) -> HttpResponse:
    """One piece. A wrong slug moves to the right address."""
    queryset = with_document_relations(Product.objects.public()).prefetch_related("claims")
    product, elsewhere = public_record_or_404(request, queryset, reference)
    if elsewhere:
        return elsewhere
    head = product_head(product, get_language() or "vi")
    context = {
        **product_context(product),
        "alternate_urls": product.alternate_urls(),
        "findable": product_findable(head, timezone.localdate()),
    }
    return render(request, "products/product_detail.html", context)
