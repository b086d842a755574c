"""The lists that this app brings to ``import_centre``."""

from products.importing.artisans import ARTISANS
from products.importing.products import PRODUCTS
from products.importing.villages import VILLAGES

LISTS = (VILLAGES, ARTISANS, PRODUCTS)
