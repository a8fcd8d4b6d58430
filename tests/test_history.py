"""When lines last changed, from git."""

import os
import shutil
import subprocess
from datetime import date

import pytest

from studynotes import history


@pytest.fixture(params=["sha1", "sha256"])
def repository(tmp_path, request):
    def git(*args, day="2026-01-02"):
        when = f"{day}T12:00:00+00:00"
        names = {f"GIT_{who}_{what}": "t@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        env = {**os.environ, **names, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        subprocess.run([shutil.which("git"), *args], cwd=tmp_path, env=env, check=True, capture_output=True)

    git("init", "-q", f"--object-format={request.param}")
    return tmp_path, git


def test_each_line_has_the_day_of_its_last_commit(repository):
    folder, git = repository
    notes = folder / "ノート.md"
    notes.write_text("一\n二\n三\n", encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "1", day="2026-01-02")
    notes.write_text("一\n弐\n三\n", encoding="utf-8")
    git("commit", "-qam", "2", day="2026-03-04")
    notes.write_text("一\n弐\n三\n四\n", encoding="utf-8")
    dates = history.line_dates(notes)
    assert dates == (date(2026, 1, 2), date(2026, 3, 4), date(2026, 1, 2), None)
    assert history.latest(dates, 1, 3) == date(2026, 3, 4)
    assert history.latest(dates, 4, 4) is None


def test_a_site_can_do_without_git(tmp_path, monkeypatch):
    notes = tmp_path / "n.md"
    notes.write_text("一\n", encoding="utf-8")
    assert history.line_dates(notes) == ()
    monkeypatch.setenv("PATH", "")
    assert history.line_dates(notes) == ()
    assert history.origin(tmp_path) == ""


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("git@example.com:a/b.git", "https://example.com/a/b"),
        ("https://example.com/a/b.git", "https://example.com/a/b"),
        ("https://user:secret@example.com/a/b", ""),
        ("/srv/git/b.git", ""),
    ],
)
def test_the_address_of_the_repository(repository, remote, address):
    folder, git = repository
    git("remote", "add", "origin", remote)
    assert history.origin(folder) == address
