"""A visitor fetches one style sheet, in which every file of `css/` is, with addresses that hold."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import override_settings

from showcase.core.stylesheets import SHEETS, TOGETHER, stylesheet_urls

CSS = Path(str(finders.find("css/tokens.css"))).parent


def test_every_sheet_is_listed_once() -> None:
    assert sorted([*SHEETS, "print"]) == sorted(path.stem for path in CSS.glob("*.css"))


def test_in_development_each_file_is_linked() -> None:
    assert [url.rpartition("/")[2] for url in stylesheet_urls()] == [f"{name}.css" for name in SHEETS]


@pytest.mark.once
def test_collected_they_are_one_file_whose_addresses_hold(tmp_path: Path, settings: Any) -> None:
    storages = {**settings.STORAGES, "staticfiles": {"BACKEND": "showcase.core.stylesheets.BundlingStorage"}}
    with override_settings(STORAGES=storages, STATIC_ROOT=str(tmp_path)):
        for _again in range(2):
            call_command("collectstatic", interactive=False, verbosity=0)
        [url] = stylesheet_urls()
    assert re.fullmatch(r"/static/css/site\.[0-9a-f]{12}\.css", url)
    together = (tmp_path / url.removeprefix("/static/")).read_text(encoding="utf-8")
    rules = [re.sub(r'url\("?[^)]*\)', "url()", (CSS / f"{name}.css").read_text(encoding="utf-8")) for name in SHEETS]
    assert re.sub(r'url\("?[^)]*\)', "url()", together) == "\n".join(rules)
    addresses = [found for found in re.findall(r'url\("([^")]+)"\)', together) if not found.startswith("data:")]
    assert len(addresses) > 60
    for address in addresses:
        assert re.search(r"\.[0-9a-f]{12}\.", address), address
        assert (tmp_path / "css" / address).resolve().is_file(), address
    assert (tmp_path / f"{TOGETHER}").is_file()
