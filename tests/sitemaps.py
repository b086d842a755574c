"""Reads sitemaps and feeds."""

import xml.etree.ElementTree as ET

from django.test import Client

SITE = "http://testserver"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
ATOM = "{http://www.w3.org/2005/Atom}"
PRODUCT_FEEDS = ("/san-pham/atom.xml", "/en/products/atom.xml")
EXHIBITION_FEEDS = ("/trien-lam/atom.xml", "/en/exhibitions/atom.xml")
LANGUAGES = ("vi", "en")


def tree_at(client: Client, address: str) -> ET.Element:
    """The XML at an address."""
    response = client.get(address.removeprefix(SITE))
    assert response.status_code == 200, address
    return ET.fromstring(response.content)


def sitemaps_of(client: Client) -> list[str]:
    """The addresses of all sitemaps."""
    return [str(loc.text) for loc in tree_at(client, "/sitemap.xml").iter(f"{MAP}loc")]


def urls_of(client: Client) -> dict[str, ET.Element]:
    """All addresses of all sitemaps."""
    found: dict[str, ET.Element] = {}
    for address in sitemaps_of(client):
        for url in tree_at(client, address).iter(f"{MAP}url"):
            location = str(url.findtext(f"{MAP}loc"))
            assert location not in found
            found[location] = url
    return found


def alternates_of(url: ET.Element) -> dict[str, str]:
    """The pair that a sitemap names for an address."""
    return {link.attrib["hreflang"]: link.attrib["href"] for link in url.iter(LINK)}
