"""The feed of new pieces."""

from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _

from products.models import Product
from products.presentation import availability_display, price_display
from showcase.core.addresses import absolute
from showcase.core.feeds import NEWEST, CentreFeed


class ProductFeed(CentreFeed):
    """The newest public pieces, each with its village, its maker where that may be said, and its price."""

    route = "product_feed"

    def title(self) -> str:
        """In the reader's language."""
        return _("New pieces at the centre")

    def link(self) -> str:
        """The catalogue."""
        return absolute(reverse("product_list"))

    def items(self) -> list[Product]:
        """In two queries or fewer, however many there are."""
        newest = Product.objects.public().select_related("village", "artisan")
        return list(newest.order_by("-first_published_at", "code")[:NEWEST])

    def item_title(self, item: Product) -> str:
        """The name."""
        return str(item.localized("name"))

    def item_description(self, item: Product) -> str:
        """What it is, whether it can be had, for how much; Atom reads it as HTML."""
        words = [str(item.localized("summary")), availability_display(item, self.spoken)]
        return escape(" · ".join(word for word in [*words, price_display(item, self.spoken)] if word))

    def item_link(self, item: Product) -> str:
        """Its page."""
        return absolute(item.get_absolute_url())

    def item_guid(self, item: Product) -> str:
        """The same for life, whatever the name: the address of its code, one for each language."""
        return f"{absolute(reverse('code', args=[item.code]))}#{self.spoken}"

    def item_author_name(self, item: Product) -> str:
        """The maker who may be named, else the village."""
        return str((item.maker or item.village).localized("name"))

    def item_categories(self, item: Product) -> list[str]:
        """The village."""
        return [str(item.village.localized("name"))]
