"""What the site takes from npm is published from its own folder, and nothing that no lock names."""

from __future__ import annotations

import json
import re

import pytest
from mkdocs.exceptions import PluginError

import assets

NOTE = "## 1.\n\n\\[\nx^2\n\\]\n"


def test_katex_is_published_with_all_that_its_style_sheet_names(build):
    site = build({"a.md": NOTE}).site
    sheet = site / "assets/vendor/katex/katex.min.css"
    named = re.findall(r"url\(([^)?]+)(?:\?v=\w+)?\)", sheet.read_text(encoding="utf-8"))
    assert len(named) >= 20
    assert all(name.endswith(".woff2") and (sheet.parent / name).is_file() for name in named)
    assert sorted(p.name for p in (sheet.parent / "fonts").iterdir()) == sorted({n.split("/")[1] for n in named})


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setattr(assets, "ROOT", tmp_path)
    (tmp_path / "package-lock.json").write_text(json.dumps({"packages": {"node_modules/one": {"version": "1.0.0"}}}))
    return tmp_path


def test_a_package_that_no_lock_names_is_refused(root):
    with pytest.raises(PluginError, match=r"two is not in package-lock\.json"):
        assets._package("two")


def test_a_package_that_is_not_installed_is_named_with_the_remedy(root):
    with pytest.raises(PluginError, match=r"one is not installed .* run `make site`"):
        assets._package("one")


def test_another_version_than_the_locked_one_is_refused(root):
    folder = root / "node_modules" / "one"
    folder.mkdir(parents=True)
    (folder / "package.json").write_text(json.dumps({"version": "1.0.1"}))
    with pytest.raises(PluginError, match=r"one is 1\.0\.1, but package-lock\.json wants 1\.0\.0"):
        assets._package("one")
