"""The tests' own tools: a watched page tells what goes wrong, the server serves like GitHub Pages."""

import urllib.error
import urllib.request

import pytest

from support.project import REPOSITORY, make_project


@pytest.fixture
def small_site(tmp_path):
    (tmp_path / "index.html").write_text(
        "<!doctype html><html lang=ja><title>t</title><link rel=icon href=data:,><p>本文"
    )
    (tmp_path / "404.html").write_text("<!doctype html><title>none</title>")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "index.html").write_text("sub")
    (tmp_path / "a.js").write_text("export default 1")
    (tmp_path / "bad.html").write_text(
        "<!doctype html><html lang=ja><title>t</title><link rel=icon href=data:,>"
        "<script>console.error('told')</script><script>throw new Error('thrown')</script><script src=none.js></script>"
        "<img src='https://example.com/x.png' alt=''>",
    )
    return tmp_path


def get(url):
    with urllib.request.urlopen(url) as answer:  # noqa: S310 (this machine's own server)
        return answer.url, answer.headers["Content-Type"], answer.read().decode()


def test_server_serves_under_the_prefix_only(small_site, serve):
    base = serve(small_site)
    assert base.endswith("/repo/")
    assert "本文" in get(base)[2]
    assert get(base + "sub") == (base + "sub/", "text/html; charset=utf-8", "sub")
    assert get(base + "a.js")[1] == "text/javascript; charset=utf-8"
    for missing in (base + "none", base.removesuffix("repo/"), base + "..%2f..%2fetc/passwd"):
        with pytest.raises(urllib.error.HTTPError, match="404") as answer:
            get(missing)
        assert "none" in answer.value.read().decode()
        answer.value.close()


def test_clean_page_is_no_trouble(small_site, serve, page, trouble):
    page.goto(serve(small_site))
    assert page.inner_text("p") == "本文"
    assert trouble == []


def test_trouble_is_written_down(small_site, serve, page, trouble):
    page.goto(serve(small_site) + "bad.html", wait_until="load")
    for what in (
        "console error: told",
        "script error: ",
        "HTTP status 404: ",
        "another host: https://example.com/x.png",
    ):
        assert any(line.startswith(what) or what in line for line in trouble), what
    trouble.clear()


def test_a_projects_own_file_leaves_the_repositorys_alone(tmp_path):
    styles = "docs/assets/stylesheets/notes.css"
    before = (REPOSITORY / styles).read_bytes()
    make_project(tmp_path, {"n.md": "あ\n"}, {styles: "own"})
    assert (REPOSITORY / styles).read_bytes() == before
    assert (tmp_path / styles).read_text() == "own"
    assert (tmp_path / styles).with_name("theme.css").read_bytes() == (REPOSITORY / styles).with_name(
        "theme.css"
    ).read_bytes()
