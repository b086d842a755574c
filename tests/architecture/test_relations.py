"""Relations between models obey the layers too, although they are written as strings no import shows."""

from __future__ import annotations

from collections.abc import Callable

from django.apps import apps
from django.conf import settings

from tests.architecture.layers import HEIGHT, may_name

#: Swapped in by a setting, so the lower layer does not know whom it points to.
SWAPPABLE = {settings.AUTH_USER_MODEL.lower()}


def wrong_relations(allowed: Callable[[str, str], bool]) -> list[str]:
    """Return every relation between our apps that ``allowed(source label, target label)`` refuses."""
    wrong = []
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            target = field.related_model if field.concrete and field.is_relation else None
            labels = (model._meta.app_label, target._meta.app_label) if target else ("", "")
            if not target or not set(labels) <= set(HEIGHT) or target._meta.label_lower in SWAPPABLE:
                continue
            if not allowed(*labels):
                wrong.append(f"{model._meta.label}.{field.name} -> {target._meta.label}")
    return wrong


def test_no_model_points_upwards() -> None:
    assert wrong_relations(may_name) == []


def test_the_rule_upside_down_finds_relations() -> None:
    assert wrong_relations(lambda source, target: source == target or not may_name(source, target)) != []


def test_every_app_of_ours_has_a_layer() -> None:
    ours = ("showcase", "villages", "products", "search")
    labels = {config.label for config in apps.get_app_configs() if config.name.split(".")[0] in ours}
    # wagtail.users is configured by a class of ours but is not ours
    assert labels <= set(HEIGHT)
