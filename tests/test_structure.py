"""The house's rules that a program can check: floors, sizes, no circle."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter

import pytest

from support.project import REPOSITORY

HOOKS = REPOSITORY / "hooks"
PURE = sorted((HOOKS / "studynotes").rglob("*.py"))
SOURCES = [
    file
    for folder in ("hooks", "tests", "docs/assets", "overrides", ".ci")
    for file in sorted((REPOSITORY / folder).rglob("*"))
    if file.suffix in {".py", ".js", ".mjs", ".css", ".html"} and "data" not in file.parts
]


def module(file):
    """Give a file's module name, as code in hooks/ imports it."""
    parts = file.relative_to(HOOKS).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(file, modules):
    """Give the ``modules`` that a file imports when it is run: those for type checkers only, or later, are left out."""
    names = set()
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            package = module(file).split(".")[: -node.level or None] if node.level else []
            base = ".".join([*package, *(node.module or "").split(".")]).strip(".")
            names |= {f"{base}.{alias.name}" if f"{base}.{alias.name}" in modules else base for alias in node.names}
    return names & modules


@pytest.mark.parametrize("file", PURE, ids=module)
def test_pure_package_knows_no_mkdocs(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    named = {name for node in ast.walk(tree) for name in _names(node)}
    assert not {name for name in named if name.split(".")[0] in {"mkdocs", "material", "mkdocs_quiz", "notebook"}}


def _names(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []


def test_no_import_goes_in_a_circle():
    files = {module(file): file for file in HOOKS.rglob("*.py")}
    graph = {name: imports(file, files.keys()) - {name} for name, file in files.items()}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


def test_rooms_of_questions_know_only_those_before_them():
    """As the package's docstring tells."""
    rooms = ["words", "text", "elsewhere", "stretches", "recognisers"]
    folder = HOOKS / "studynotes" / "questions"
    assert sorted(rooms) == sorted(path.parent.name for path in folder.glob("*/__init__.py"))
    files = {module(file): file for file in folder.glob("*/*.py")}
    for name, file in files.items():
        known = rooms[: rooms.index(file.parent.name) + 1]
        assert {each.split(".")[2] for each in imports(file, files.keys())} <= set(known), name


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(REPOSITORY)))
def test_no_file_is_longer_than_one_can_read(file):
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400
