"""One door per foreign system: nobody else imports it. Found in the syntax tree, so a late import counts too."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.layers import ROOT, sources

DOORS = {
    "wagtail.actions": {"showcase/core/moderation.py"},
    "wagtail.workflows": {"showcase/core/moderation.py"},
    "wagtail.admin.mail": {"showcase/core/moderation.py"},
    "elasticsearch": {"search/engines/elasticsearch.py"},
    "elasticsearch_dsl": set(),
    "stripe": {"products/ordering/payments/stripe.py"},
    "environ": {"showcase/settings/env.py"},
}


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the dotted name of everything that ``tree`` imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def reads_environment(tree: ast.AST) -> bool:
    """Return whether ``tree`` names ``os.environ`` or ``os.getenv``, other than to set a default."""
    set_default = {
        id(node.func.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "setdefault"
    }
    return any(
        isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"} and id(node) not in set_default
        for node in ast.walk(tree)
    ) or any(name in {"os.environ", "os.getenv"} for name in imported(tree))


def intruders(door: str, files: dict[str, str]) -> list[str]:
    """Return the names in ``files`` (name: source) that import ``door`` without being it."""
    return [
        name
        for name, source in files.items()
        if name not in DOORS[door]
        and any(module == door or module.startswith(f"{door}.") for module in imported(ast.parse(source)))
    ]


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """Every Python file of the project, by its path from the root."""
    paths = [ROOT / "manage.py", *sources(".py")]
    return {str(path.relative_to(ROOT)): path.read_text() for path in paths}


@pytest.mark.parametrize("door", DOORS)
def test_only_the_door_imports_the_foreign_system(door: str, files: dict[str, str]) -> None:
    assert intruders(door, files) == []


@pytest.mark.parametrize("door", DOORS)
def test_a_planted_import_is_found(door: str) -> None:
    planted = f"def late():\n    from {door} import anything\n"
    assert intruders(door, {"products/planted.py": planted}) == ["products/planted.py"]


def test_only_the_settings_door_reads_the_environment(files: dict[str, str]) -> None:
    readers = {name for name, source in files.items() if reads_environment(ast.parse(source))}
    assert readers - {"showcase/settings/env.py"} == set()


@pytest.mark.parametrize(
    "source", ["import os\nos.environ['X']", "import os\nos.getenv('X')", "from os import environ"]
)
def test_a_planted_look_at_the_environment_is_found(source: str) -> None:
    assert reads_environment(ast.parse(source))
