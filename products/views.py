"""The product's page."""

from django.http import HttpRequest, HttpResponse

from products.documents import products_with_page_relations
from products.page import PRODUCT_PAGE


def product_detail(request: HttpRequest, reference: tuple[str, str]) -> HttpResponse:
    """One piece. A wrong slug moves to the right address."""
    return PRODUCT_PAGE.respond(request, reference, products_with_page_relations)
