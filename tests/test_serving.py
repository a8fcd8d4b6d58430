"""While serving, an edit of a section is on its page, and later on all that depends on it, in an open browser too."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from mkdocs.config import load_config
from playwright.sync_api import expect

import rebuilding
from support.project import make_project

NOTES = "# 控え\n\n## 1. 一\n\n初めの文。\n\n## 2. 二\n\n別の文。\n"
PATIENCE = 120  # seconds, on a machine that has much else to do
WHOLE = "Building documentation..."  # what MkDocs says when it builds everything


@dataclass(frozen=True)
class Served:
    """A small project that is being served."""

    project: Path
    base: str
    process: subprocess.Popen[bytes]

    @property
    def notes(self) -> Path:
        """Give the file of its notes."""
        return self.project / "docs" / "notes" / "a.md"

    @property
    def temporary(self) -> Path:
        """Give the folder in which the server has its folders."""
        return self.project / "tmp"

    @property
    def log(self) -> str:
        """Give all that was printed."""
        return (self.project / "log").read_text(encoding="utf-8")

    def write(self, text: str) -> None:
        """Save other notes."""
        self.notes.write_text(text, encoding="utf-8")

    def page(self, path: str, wanted: str) -> str:
        """Read a page until it says what is wanted."""
        found = []

        def says() -> bool:
            with suppress(URLError), urlopen(self.base + path) as response:  # noqa: S310 (our own server)
                found.append(response.read().decode())
            return bool(found) and wanted in found[-1]

        self.until(says, f"{path} never said {wanted}")
        return found[-1]

    def until(self, holds, complaint: str) -> None:
        """Wait until something holds."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            if holds():
                return
            time.sleep(0.1)
        pytest.fail(f"{complaint}:\n{self.log}", pytrace=False)


@contextmanager
def serving(folder, *options, files=None):
    """Serve a small project."""
    make_project(folder, {"a.md": NOTES}, files or {})
    (folder / "tmp").mkdir()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    base = f"http://127.0.0.1:{port}/"
    with (folder / "log").open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}", *options],
            cwd=folder,
            env={**os.environ, "SITE_URL": base, "TMPDIR": str(folder / "tmp"), "SOURCE_DATE_EPOCH": "1700000000"},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
        try:
            yield Served(folder, base, process)
        finally:
            process.terminate()
            process.wait()


@pytest.fixture
def served(tmp_path):
    with serving(tmp_path) as served:
        yield served


def test_edit_is_on_its_page_and_then_everywhere(served):
    served.page("notes/a/1/", "初めの文。")
    served.write(NOTES.replace("初めの文。", "書きなおした文。"))
    assert "初めの文。" not in served.page("notes/a/1/", "書きなおした文。")
    served.page("search/index.json", "書きなおした文。")
    served.page("notes/a/2/", "別の文。")
    assert served.log.count(WHOLE) == 1  # the first time only
    # What changes more than a section takes MkDocs's way.
    served.write(NOTES + "\n## 3. 三\n\n新しい節。\n")
    served.page("notes/a/3/", "新しい節。")
    assert "初めの文。" in served.page("notes/a/1/", "3. 三")
    # And then again.
    served.write(NOTES + "\n## 3. 三\n\nもっと新しい節。\n")
    served.page("notes/a/3/", "もっと新しい節。")
    assert served.log.count(WHOLE) == 2


def test_problems_of_the_edit_are_told(served):
    served.page("notes/a/1/", "初めの文。")
    served.write(NOTES.replace("初めの文。", "$\\frac{$"))
    served.page("notes/a/1/", "formula-error")
    assert "docs/notes/a.md:5: formula not understood" in served.log


def test_an_open_page_shows_each_edit_by_itself(served, page):
    served.page("notes/a/1/", "初めの文。")
    article = page.locator("article")
    page.goto(served.base + "notes/a/1/")
    expect(article).to_contain_text("初めの文。")
    served.write(NOTES.replace("初めの文。", "書きなおした文。"))
    expect(article).to_contain_text("書きなおした文。", timeout=PATIENCE * 1000)
    # The same where the page is one of those that were built aside.
    served.page("search/index.json", "書きなおした文。")
    page.goto(served.base + "notes/a/2/")
    served.write(NOTES.replace("別の文。", "よその文。"))
    expect(article).to_contain_text("よその文。", timeout=PATIENCE * 1000)


def contents(folder):
    """Give all files of a folder by their path in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_built_aside_is_what_serving_builds(tmp_path):
    files = {"drafts.yml": "INHERIT: mkdocs.yml\ndraft_docs: draft.md\n", "docs/draft.md": "# 下書き\n"}
    with serving(tmp_path, "--config-file", "drafts.yml", files=files) as served:
        served.page("notes/a/1/", "初めの文。")
        first = next(path for path in served.temporary.glob("mkdocs_*") if not path.name.startswith("mkdocs_later_"))
        expected = contents(first)
        served.write(NOTES.replace("初めの文。", "書きなおした文。"))
        served.page("search/index.json", "書きなおした文。")
        served.write(NOTES)
        served.page("search/index.json", "初めの文。")
        aside = next(served.temporary.glob("mkdocs_later_*/2"))
        assert served.log.count(WHOLE) == 1
        assert contents(aside) == expected
        assert "draft/index.html" in expected
        assert not {"manifest.webmanifest", "offline.json", "build.txt"} & expected.keys()


def test_a_file_that_is_gone_when_it_is_looked_at_is_passed_over(tmp_path, monkeypatch):
    """As the one that Vim makes and removes to see whether it may write."""
    make_project(tmp_path, {"a.md": NOTES, "b.md": NOTES}, {})
    config = load_config(str(tmp_path / "mkdocs.yml"))
    look = Path.stat

    def stat(path, **options):
        if path.name == "a.md":
            raise FileNotFoundError(path)
        return look(path, **options)

    monkeypatch.setattr(Path, "is_file", lambda _: True)
    monkeypatch.setattr(Path, "stat", stat)
    assert {path.name for path in rebuilding.stamps(config) if path.suffix == ".md"} >= {"b.md", "index.md"}


def save_as_vim_does(notes, text):
    """Try whether one may write here, put the old file away, write a new one, remove the old."""
    probe, old, swap = notes.with_name("4913"), notes.with_name("a.md~"), notes.with_name(".a.md.swp")
    swap.write_bytes(os.urandom(16))
    probe.touch()
    probe.unlink()
    notes.rename(old)
    notes.write_text(text, encoding="utf-8")
    old.unlink()


def save_as_emacs_does(notes, text):
    """Keep the old file beside the new one, and a lock and unsaved text while editing."""
    notes.with_name(".#a.md").symlink_to("someone@somewhere.1:2")
    notes.with_name("#a.md#").write_text(text, encoding="utf-8")
    notes.rename(notes.with_name("a.md~"))
    notes.write_text(text, encoding="utf-8")
    notes.with_name("#a.md#").unlink()
    notes.with_name(".#a.md").unlink()


def save_by_renaming(notes, text):
    """Write beside the file, and put it in its place whole."""
    new = notes.with_name("a.md.tmp")
    new.write_text(text, encoding="utf-8")
    new.replace(notes)


def test_however_an_editor_saves_only_the_edit_is_built(served):
    served.page("notes/a/1/", "初めの文。")
    swap = served.notes.with_name(".a.md.swp")
    saving = [save_as_vim_does, save_by_renaming, save_as_vim_does, save_as_emacs_does]
    for number, save in enumerate(saving):
        swap.write_bytes(os.urandom(16))  # Vim does all the time
        save(served.notes, NOTES.replace("初めの文。", f"{number} 回目の文。"))
        served.page("notes/a/1/", f"{number} 回目の文。")
    served.page("search/index.json", f"{number} 回目の文。")
    assert served.log.count(WHOLE) == 1
    assert "Traceback" not in served.log
    # Not even a published file is made of what editors keep; and a browser that is open has nothing to load.
    looked = served.log.count("Detected file changes")
    swap.write_bytes(os.urandom(32))
    served.until(lambda: served.log.count("Detected file changes") > looked, "nobody looked")
    time.sleep(rebuilding.PAUSE + 1)
    assert len(list(served.temporary.glob("mkdocs_later_*/*"))) == 1
    served.write(NOTES + "\n## 3. 三\n\n新しい節。\n")
    served.page("notes/a/3/", "新しい節。")
    assert not [path for path in served.temporary.rglob("notes/*") if path.name != "a"]
