"""A contract of our own for import-linter: a module that may be absent is imported by named modules only."""

from __future__ import annotations

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


def is_inside(module: str, packages: set[str]) -> bool:
    """Return whether ``module`` is one of ``packages`` or lies inside one."""
    return any(module == package or module.startswith(f"{package}.") for package in packages)


class OnlyImportedBy(Contract):
    """``target`` and what is inside it are imported by ``importers`` (and by itself) only.

    Unlike the "protected" contract of import-linter it passes when the target does not exist (yet, or any more).
    """

    type_name = "only_imported_by"

    target = fields.StringField()
    importers = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Collect every direct import of the target by anybody else."""
        targets = {module for module in graph.modules if is_inside(module, {self.target})}
        allowed = {str(importer) for importer in self.importers} | {self.target}
        found = sorted(
            (importer, module)
            for module in targets
            for importer in graph.find_modules_that_directly_import(module)
            if not is_inside(importer, allowed)
        )
        return ContractCheck(kept=not found, metadata={"found": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line per offending import."""
        for importer, module in check.metadata["found"]:
            output.print_error(f"{importer} may not import {module}", bold=False)
            output.new_line()
