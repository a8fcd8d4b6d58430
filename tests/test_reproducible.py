"""The same sources give the same site, byte for byte, wherever and whenever they are built."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from support.project import REPOSITORY, make_project

NOTES = {file.name: file.read_bytes() for file in (REPOSITORY / "docs" / "notes").iterdir()}
PLACES = [
    {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"},
    {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "2", "LC_ALL": "C"},
]


def files(site):
    return {str(file.relative_to(site)): file.read_bytes() for file in site.rglob("*") if file.is_file()}


@pytest.fixture
def sites(tmp_path):
    """Build twice: in two folders, time zones, locales and orders of sets."""
    built = []
    for number, place in enumerate(PLACES):
        folder = tmp_path / str(number) / ("deeper" * number)
        folder.mkdir(parents=True)
        make_project(folder, NOTES, {})
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "site"],
            cwd=folder,
            env={**os.environ, **place, "SOURCE_DATE_EPOCH": "1700000000", "SITE_URL": "https://example.org/repo/"},
            stdin=subprocess.DEVNULL,
            check=True,
        )
        built.append(files(folder / "site"))
    return built


def test_two_builds_are_the_same(sites):
    one, other = sites
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_build_of_this_repository_warns_of_nothing(built):
    assert built.warnings() == []
