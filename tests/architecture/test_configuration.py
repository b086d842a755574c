"""Production refuses to start without what it needs, with an id for each gap; elsewhere nothing is needed."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest
from django.core.checks import run_checks
from django.test import override_settings

from showcase.core.checks import TAG
from tests.architecture.layers import ROOT

COMPLETE = {
    "PRODUCTION": True,
    "SECRET_KEY": "k" * 50,
    "ALLOWED_HOSTS": ["langnghe.example.vn"],
    "SITE_URL": "https://langnghe.example.vn",
    "NOT_CONFIGURED": frozenset({"MEDIA_STORAGE_URL"}),
    "STRIPE_SECRET_KEY": "",
    "STRIPE_WEBHOOK_SECRET": "",
    "ELASTICSEARCH_URL": "",
}


def lacking(*names: str) -> dict[str, Any]:
    """Return the setting of a production environment that lacks ``names``."""
    return {"NOT_CONFIGURED": frozenset({"MEDIA_STORAGE_URL", *names})}


GAPS = [
    ("core.E001", {"SECRET_KEY": "short"}),
    ("core.E001", lacking("SECRET_KEY")),
    ("core.E002", {"ALLOWED_HOSTS": []}),
    ("core.E002", {"ALLOWED_HOSTS": ["*"]}),
    ("core.E002", {"ALLOWED_HOSTS": [".vn"]}),
    ("core.E003", {"SITE_URL": ""}),
    ("core.E003", {"SITE_URL": "http://langnghe.example.vn"}),
    ("core.E003", {"SITE_URL": "https://langnghe.example.vn/trung-tam"}),
    ("core.E003", {"SITE_URL": "https://langnghe.example.vn?x"}),
    ("core.E003", {"SITE_URL": "https://ten@langnghe.example.vn"}),
    ("core.E003", {"SITE_URL": "https://khac.example.vn"}),
    ("core.E004", lacking("DATABASE_URL")),
    ("core.E005", lacking("EMAIL_URL")),
    ("core.E006", lacking("MEDIA_ROOT")),
    ("core.E007", {"NOT_CONFIGURED": frozenset()}),
    ("core.E008", {"SEARCH_ENGINE": "search.engines.elasticsearch.ElasticsearchEngine"}),
    ("core.E009", {"STRIPE_SECRET_KEY": "sk_test"}),
    ("core.W001", lacking("REDIS_URL")),
]


def ids() -> list[str | None]:
    """Return the ids of the configuration checks that speak up."""
    return [message.id for message in run_checks(tags=[TAG])]


@pytest.mark.parametrize(("identifier", "change"), GAPS)
def test_each_gap_in_production_has_its_id(identifier: str, change: dict[str, Any]) -> None:
    with override_settings(**{**COMPLETE, **change}):
        assert ids() == [identifier]


def test_a_complete_production_environment_is_silent() -> None:
    with override_settings(**COMPLETE):
        assert ids() == []


def test_outside_production_nothing_is_needed() -> None:
    with override_settings(**{**COMPLETE, "PRODUCTION": False, "ALLOWED_HOSTS": [], "SECRET_KEY": ""}):
        assert ids() == []


def start(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python under production settings with only ``environment`` set."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "showcase.settings.production", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("entry", ["wsgi", "asgi"])
def test_a_server_process_refuses_an_empty_environment(entry: str) -> None:
    done = start("-c", f"import showcase.{entry}")
    assert done.returncode == 1
    for number in range(1, 7):
        assert f"core.E00{number}" in done.stderr


def test_development_commands_are_refused_under_production() -> None:
    done = start("-m", "showcase.settings.guard")
    assert (done.returncode, "Refused under showcase.settings.production" in done.stderr) == (1, True)
