"""What the home page tells machines of the centre: only what staff have filled in."""

import datetime
from typing import Any

import pytest
from django.test import Client

from showcase.pages.models import CentreSettings
from showcase.pages.models.opening import WeeklyHours
from tests.structured import graph_of, missing, soup_of

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.usefixtures("centre")]
FACTS = {"name": "Trung tâm làng nghề", "phone": "024 0000 0000"}


def _told(client: Client) -> dict[str, dict[str, Any]]:
    nodes = graph_of(soup_of(client.get("/").content.decode()))
    assert missing(nodes) == []
    return {node["@type"]: node for node in nodes}


def _fill(**facts: str) -> CentreSettings:
    details = CentreSettings.load()
    for name, value in facts.items():
        setattr(details, name, value)
    details.save()
    return details


def test_a_centre_without_a_name_is_not_told(client: Client) -> None:
    _fill(name="")
    assert set(_told(client)) == {"WebSite"}


def test_a_centre_without_an_address_is_an_organisation_with_what_is_filled(client: Client) -> None:
    _fill(**FACTS)
    centre = _told(client)["Organization"]
    assert (centre["name"], centre["telephone"]) == (FACTS["name"], FACTS["phone"])
    assert not {"address", "email", "slogan", "openingHoursSpecification"} & set(centre)


def test_a_centre_with_an_address_is_a_place_with_its_hours(client: Client) -> None:
    details = _fill(**FACTS, address="Xã Chuyên Mỹ, Hà Nội")
    hours = {"opens": datetime.time(8, 30), "closes": datetime.time(17)}
    WeeklyHours.objects.create(centre=details, first_day=1, last_day=2, **hours)
    centre = _told(client)["TouristInformationCenter"]
    assert centre["address"] == "Xã Chuyên Mỹ, Hà Nội"
    (told,) = centre["openingHoursSpecification"]
    assert (told["dayOfWeek"], told["opens"], told["closes"]) == (["Tuesday", "Wednesday"], "08:30", "17:00")


def test_the_search_of_the_site_finds_by_the_told_address(client: Client) -> None:
    action = _told(client)["WebSite"]["potentialAction"]
    address = action["target"]["urlTemplate"].removeprefix("http://testserver").format(search_term_string="khay")
    assert 'value="khay"' in client.get(address).content.decode()
