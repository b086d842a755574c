"""The product's page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from products.documents import with_document_relations
from products.models import Product
from products.presentation import product_context
from showcase.core.views import public_record_or_404


def product_detail(request: HttpRequest, reference: tuple[str, str]) -> HttpResponse:
    """One piece. A wrong slug moves to the right address."""
    queryset = with_document_relations(Product.objects.public()).prefetch_related("claims")
    product, elsewhere = public_record_or_404(request, queryset, reference)
    if elsewhere:
        return elsewhere
    context = {**product_context(product), "alternate_urls": product.alternate_urls()}
    return render(request, "products/product_detail.html", context)
