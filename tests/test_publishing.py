"""A build that ends early leaves the site that was there; builds at once do not mix; what is wrong takes one line."""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
import time

import pytest
from mkdocs import utils

from studynotes.publishing import aside
from support.project import build_project, make_project

NOTES = "# 控え\n\n## 1. {}\n\n{}\n"


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "project"
    folder.mkdir()
    make_project(folder, {"a.md": NOTES.format("旧", "前の版")}, {})
    return folder


def command(folder, *options, **more):
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        **more,
    )


def everything(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def count(folders):
    """Count files, also of folders that are just about to go."""
    return sum(len(files) for folder in folders for _, _, files in os.walk(folder))


def beside(folder):
    return sorted(entry.name for entry in folder.parent.iterdir() if entry.name.startswith(f".{folder.name}-"))


def test_killed_build_leaves_the_old_site_whole(project):
    site = project / "site"
    assert not build_project(project, strict=False, config={}).failed
    (site / ".kept").write_text("not ours", encoding="utf-8")
    before = everything(site)
    (project / "docs/notes/a.md").write_text(NOTES.format("新", "次の版"), encoding="utf-8")
    killed = 0
    for share in (0, 0.3, 0.8):
        process = command(project)
        written = 0
        while process.poll() is None and written < share * len(before):
            time.sleep(0.01)
            written = count(site.parent / name for name in beside(site))
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            killed += 1
        process.wait()
        process.stdout.close()
        assert everything(site) == before
    assert killed  # the first for sure; a quick machine may have done with the last
    assert not build_project(project, strict=False, config={}).failed
    assert "次の版" in (site / "notes/a/1/index.html").read_text(encoding="utf-8")
    assert (site / ".kept").read_text(encoding="utf-8") == "not ours"
    assert beside(site) == []


def test_builds_at_once_do_not_mix(project, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    make_project(other, {"a.md": NOTES.format("新", "次の版"), "b.md": "# 別\n\n## 1. 別\n\n別\n"}, {})
    site = tmp_path / "published"
    sites = []
    for folder in (project, other):
        process = command(folder, "--site-dir", str(site))
        process.communicate()
        assert process.returncode == 0
        sites.append(everything(site))
    assert sites[0] != sites[1]
    together = [command(folder, "--site-dir", str(site)) for folder in (project, other)]
    for process in together:
        output, _ = process.communicate()
        assert process.returncode == 0, output
    without_times = [{name: data for name, data in each.items() if "sitemap" not in name} for each in sites]
    assert {name: data for name, data in everything(site).items() if "sitemap" not in name} in without_times
    assert beside(site) == []


def test_failed_build_leaves_the_old_site(project):
    assert not build_project(project, strict=False, config={}).failed
    before = everything(project / "site")
    (project / "docs/notes/a.md").write_bytes(b"# \xff\n")
    assert build_project(project, strict=False, config={}).failed
    assert everything(project / "site") == before
    assert beside(project / "site") == []


def test_disk_that_takes_no_more_is_told_in_a_line(project):
    assert not build_project(project, strict=False, config={}).failed
    before = everything(project / "site")
    limit = 20_000  # bytes a file; the kernel refuses what goes beyond, as a full disk does
    process = command(project, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    output, _ = process.communicate()
    assert process.returncode == 1
    assert "Traceback" not in output
    assert output.strip().splitlines()[-1].startswith("The build ended early: File too large")
    assert everything(project / "site") == before
    assert beside(project / "site") == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_fault_of_the_disk_is_told_with_its_file(project, monkeypatch, number):
    write = utils.write_file

    def refuse(content, output_path):
        if output_path.endswith("glossary/index.html"):
            raise OSError(number, os.strerror(number), output_path)
        write(content, output_path)

    monkeypatch.setattr(utils, "write_file", refuse)
    built = build_project(project, strict=False, config={})
    assert built.failed
    assert built.warnings()[-1].startswith(f"CRITICAL build: The build ended early: {os.strerror(number)}: ")
    assert not built.site.exists()


def test_place_that_cannot_be_is_told_in_a_line(project):
    (project / "file").write_text("", encoding="utf-8")
    process = command(project, "--site-dir", str(project / "file" / "site"))
    output, _ = process.communicate()
    assert process.returncode == 1
    assert "Traceback" not in output
    assert output.strip().splitlines()[-1].startswith("The site cannot be written: File exists: ")


@pytest.mark.parametrize("swaps", [True, False])
def test_folder_takes_its_place(tmp_path, monkeypatch, swaps):
    place = tmp_path / "site"
    (place / "deep").mkdir(parents=True)
    (place / "deep" / "old").write_text("old", encoding="utf-8")
    (place / ".git").mkdir()
    if not swaps:
        monkeypatch.setattr(aside, "_swap", lambda _, other: other.mkdir())  # raises, as the place is there
    made = aside.Aside(place)
    (made.folder / "new").write_text("new", encoding="utf-8")
    made.put()
    assert sorted(entry.name for entry in place.iterdir()) == [".git", "new"]
    assert beside(place) == []


def test_leftovers_go_and_folders_in_use_stay(tmp_path):
    (tmp_path / ".site-killed").mkdir()
    one = aside.Aside(tmp_path / "site")
    other = aside.Aside(tmp_path / "site")
    assert beside(tmp_path / "site") == sorted([one.folder.name, other.folder.name])
    other.discard()
    one.put()
    assert beside(tmp_path / "site") == []
