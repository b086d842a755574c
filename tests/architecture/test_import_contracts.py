"""The layers of the import contracts hold, and each contract notices a fault planted against it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("showcase", "villages", "products", "search")

#: contract name -> files to write (path: source) that break this contract and no other rule of Python
FAULTS = {
    "Imports go down only": {"showcase/core/planted.py": "import villages\n"},
    "Ordering may be absent": {
        "products/ordering/__init__.py": "",
        "showcase/pages/planted.py": "import products.ordering\n",
    },
    "The artisans' portal": {
        "products/portal/__init__.py": "",
        "products/planted.py": "import products.portal\n",
    },
    "Enquiries stand on products": {
        "products/enquiries/__init__.py": "",
        "products/portal/__init__.py": "",
        "products/portal/planted.py": "import products.enquiries\n",
    },
    "Inside an app": {
        "villages/selectors/__init__.py": "",
        "villages/views/__init__.py": "",
        "villages/selectors/planted.py": "import villages.views\n",
    },
}

#: one fault for each step of the ladder, lower importing upper
STEPS = [
    ("search", "showcase.demo"),
    ("showcase.pages", "search"),
    ("products", "showcase.pages"),
    ("villages", "products"),
    ("showcase.accounts", "villages"),
    ("showcase.accounts", "showcase.images"),
    ("showcase.images", "showcase.accounts"),
    ("showcase.core", "showcase.accounts"),
    ("showcase.core", "showcase.settings"),
]


def lint_imports(tree: Path) -> tuple[int, str]:
    """Run import-linter over ``tree`` and return its exit code and output."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the packages and the contracts, free to be broken."""
    only_python = shutil.ignore_patterns("__pycache__", "locale", "static", "data", "fixtures")
    for package in (*PACKAGES, "tests/architecture"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=only_python)
    shutil.copy(ROOT / "tests" / "__init__.py", tmp_path / "tests")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def plant(tree: Path, files: dict[str, str]) -> None:
    """Write ``files`` below ``tree``; a module that is there already as a file or package stays."""
    for name, source in files.items():
        path = tree / name
        if path.name == "__init__.py" and path.parent.with_suffix(".py").exists():
            path.parent.with_suffix(".py").unlink()
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(source)


def test_the_source_keeps_every_contract(tree: Path) -> None:
    code, report = lint_imports(tree)
    assert code == 0, report


@pytest.mark.parametrize("contract", FAULTS)
def test_a_planted_fault_breaks_its_contract(tree: Path, contract: str) -> None:
    plant(tree, FAULTS[contract])
    code, report = lint_imports(tree)
    broken = [line for line in report.splitlines() if line.startswith(contract) and line.endswith("BROKEN")]
    assert (code, len(broken)) == (1, 1), report


@pytest.mark.parametrize(("lower", "upper"), STEPS)
def test_each_step_of_the_layers_is_guarded(tree: Path, lower: str, upper: str) -> None:
    plant(tree, {f"{lower.replace('.', '/')}/planted.py": f"import {upper}\n"})
    code, report = lint_imports(tree)
    assert code == 1, report
    assert f"{lower}.planted -> {upper}" in report
