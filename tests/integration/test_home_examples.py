"""The search examples of the home page."""

import pytest
from django.test import Client


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/en/"])
def test_every_example_of_the_search_finds_something_in_the_demo(
    client: Client, demo_centre: None, address: str
) -> None:
    response = client.get(address)
    search = {"/": "/tim-kiem/", "/en/": "/en/search/"}[address]
    for example in response.context["search_examples"]:
        assert b'class="card"' in client.get(search, {"q": example}).content
