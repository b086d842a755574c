"""Every component stands in the styleguide, and only staff see it."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from showcase.pages.samples import samples
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.once]
COMPONENTS = Path(settings.BASE_DIR) / "templates" / "components"


def test_every_component_stands_in_the_styleguide() -> None:
    assert sorted(samples()) == sorted(path.stem for path in COMPONENTS.glob("*.html"))


def test_every_component_begins_with_what_it_is() -> None:
    assert [path.name for path in COMPONENTS.glob("*.html") if not path.read_text().startswith("{% comment %}")] == []


def test_the_styleguide_shows_every_state(admin_client: Client) -> None:
    body = admin_client.get(reverse("styleguide")).content.decode()
    states = {name: len(found) for name, found in samples().items()}
    assert {name: body.count(f'data-state="{name}"') for name in states} == states


def test_ids_are_unique_on_the_page(admin_client: Client) -> None:
    import re

    found = re.findall(r'\bid="([^"]*)"', admin_client.get(reverse("styleguide")).content.decode())
    assert sorted(found) == sorted(set(found))


def test_no_mark_of_the_frame_is_shown(admin_client: Client) -> None:
    assert b"\x01" not in admin_client.get(reverse("styleguide")).content


@pytest.mark.parametrize("name", ["", "Nghệ nhân"])
def test_visitors_and_artisans_do_not_see_it(client: Client, name: str) -> None:
    if name:
        client.force_login(factories.user("nghe-nhan", group=name))
    assert client.get(reverse("styleguide")).status_code == 302
