"""Reads what pages tell machines, and knows what each type must have (schema.org, Google's search gallery)."""

import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup

#: What a node of this type is useless without. ``Product`` needs a price only where one is stated (see its tests).
REQUIRED: dict[str, set[str]] = {
    "Product": {"name", "url", "sku", "brand"},
    "Brand": {"name"},
    "Offer": {"price", "priceCurrency", "availability", "url"},
    "AggregateOffer": {"lowPrice", "priceCurrency", "availability", "url"},
    "UnitPriceSpecification": {"price", "priceCurrency"},
    "Certification": {"name", "expires"},
    "Rating": {"ratingValue", "bestRating"},
    "Person": {"name", "url"},
    "Organization": {"name"},
    "TouristInformationCenter": {"name", "address", "url"},
    "OpeningHoursSpecification": set(),
    "Place": {"name"},
    "PostalAddress": {"addressLocality", "addressCountry"},
    "GeoCoordinates": {"latitude", "longitude"},
    "ExhibitionEvent": {"name", "startDate", "location", "url"},
    "Event": {"name", "startDate", "location", "url"},
    "Article": {"headline", "datePublished", "url"},
    "WebSite": {"name", "url", "potentialAction"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "WebPage": {"name", "url"},
    "CollectionPage": {"name", "url"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name"},
}


def soup_of(html: str) -> BeautifulSoup:
    """The page as a tree."""
    return BeautifulSoup(html, "html.parser")


def text_of(soup: Any) -> str:
    """What a reader sees, each run of white space as one blank."""
    return re.sub(r"\s+", " ", soup.get_text(" ").replace("\xa0", " ")).strip()


def graph_of(soup: BeautifulSoup) -> list[dict[str, Any]]:
    """The nodes of all blocks of a page; fails where one does not parse."""
    nodes: list[dict[str, Any]] = []
    for block in soup.find_all("script", type="application/ld+json"):
        data = json.loads(block.string)
        assert data["@context"] == "https://schema.org"
        nodes += data["@graph"]
    return nodes


def all_nodes(value: Any) -> Iterator[dict[str, Any]]:
    """A node and those inside it."""
    if isinstance(value, list):
        for entry in value:
            yield from all_nodes(entry)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for entry in value.values():
            yield from all_nodes(entry)


def missing(nodes: list[dict[str, Any]]) -> list[str]:
    """What required properties the nodes lack, and types nobody has declared here."""
    found = []
    for node in all_nodes(nodes):
        required = REQUIRED.get(node["@type"])
        if required is None:
            found.append(f"{node['@type']} is not declared")
        else:
            found += [f"{node['@type']} lacks {name}" for name in sorted(required) if not node.get(name)]
    return found


def node_of(nodes: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    """The one node of a type at the top."""
    (node,) = [node for node in nodes if node["@type"] == kind]
    return node


def languages_of(soup: BeautifulSoup) -> dict[str, str]:
    """Addresses by ``hreflang``."""
    links = soup.select("head link[rel=alternate][hreflang]")
    return {str(link["hreflang"]): str(link["href"]) for link in links}


def canonical_of(soup: BeautifulSoup) -> str:
    """The one canonical address."""
    (link,) = soup.select("head link[rel=canonical]")
    return str(link["href"])
