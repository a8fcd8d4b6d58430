"""The site's one style sheet: everything that its pages have is in it, and little else."""

from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from studynotes.publishing.scripts import sources_of
from studynotes.publishing.styles import Used, names_in_html, names_in_source, used_only
from support.project import REPOSITORY


def left(css: str, names: str = "", **values: str) -> str:
    """What is left of a sheet, as one line."""
    used = Used(set(names.split()), {name: set(found.split()) for name, found in values.items()})
    return used_only(css, used).replace("\n", "")


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (".a{color:red}.b{color:red}", ".a{color:red;}"),
        (".a,.b,.c>.a{color:red}", ".a,.c>.a{color:red;}"),
        ("#a,#b{color:red}", "#a{color:red;}"),
        (r".a\:b,.x\:y{color:red}", r".a\:b{color:red;}"),
        ("p,a:hover,::before{color:red}", "p,a:hover,::before{color:red;}"),
        (":is(.b,.a),p:not(.b){color:red}", ":is(.b,.a),p:not(.b){color:red;}"),
        ("@media print{.b{color:red}}", ""),
        ("@media (width > 5em){.b{color:red}.a{color:red}}", "@media (width > 5em){.a{color:red;}}"),
        ("@supports (gap:1px){@media print{.a{gap:1px}}}", "@supports (gap:1px){@media print{.a{gap:1px;}}}"),
        ("@page{margin:1cm}", "@page{margin:1cm}"),
        ("@keyframes k{from{top:0}to{top:1px}}", "@keyframes k{from{top:0}to{top:1px}}"),
        ("/* one */ .a { /* two */ color: red }", ".a{color: red ;}"),
        (".a{color:red!important;margin:0}", ".a{color:red!important;margin:0;}"),
        (".a::after{content:'}.b{'}", ".a::after{content:'}.b{';}".replace("'", '"')),
    ],
)
def test_a_selector_is_left_where_everything_that_it_wants_is_there(css, expected):
    assert left(css, r"a c a:b") == expected


def test_attributes_whose_values_are_known_are_judged_by_them():
    css = "[dir=ltr] p{top:0}[dir=rtl] p{top:0}[data-x='y'] p{top:0}[dir] p{top:0}[dir^=r] p{top:0}"
    assert left(css, dir="ltr") == '[dir=ltr] p{top:0;}[data-x="y"] p{top:0;}[dir] p{top:0;}[dir^=r] p{top:0;}'


def test_properties_and_fonts_that_nobody_asks_for_are_left_out():
    css = (
        ":root{--read:1px;--by-a-script:2px;--unread:3px}.b{top:var(--of-nobody)}"
        "p{top:calc(1px + var(--read, var(--other)));font-family:One,serif}"
        "@font-face{font-family:'One';src:url(one.woff2)}@font-face{font-family:Two;src:url(two.woff2)}"
    )
    assert left(css, "--by-a-script") == (
        '@font-face{font-family:"One";src:url(one.woff2)}'
        ":root{--read:1px;--by-a-script:2px;}p{top:calc(1px + var(--read, var(--other)));font-family:One,serif;}"
    )


def test_names_are_found_where_they_stand():
    assert set(names_in_html('<p class="a b-c"><i style="color:var(--d, red)">class e</i>')) == {"a", "b-c", "--d"}
    assert set(names_in_source('x.classList.add("a-b", `c--${d}`, "--e")')) >= {"a-b", "c--", "--e"}


def test_scripts_that_can_be_put_off_are_listed_and_others_refused():
    assert sources_of('<script src="a.js"></script>\n<script src="b.js" defer></script>') == ["a.js", "b.js"]
    for script in ("<script>alert()</script>", '<script type="module" src="c.js"></script>'):
        with pytest.raises(ValueError, match="cannot be put off"):
            sources_of(f'<script src="a.js"></script>{script}')


def styled(css: str) -> set[str]:
    """The classes that a sheet speaks of."""
    return set(re.findall(r"\.([A-Za-z_][\w-]*)", re.sub(r"url\([^)]*\)|/\*.*?\*/", "", css, flags=re.DOTALL)))


def test_every_class_on_a_page_that_some_sheet_styles_is_styled(built_site):
    sheet = (built_site / "assets/stylesheets/site.css").read_text(encoding="utf-8")
    folder = REPOSITORY / "docs/assets/stylesheets"
    whole = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.css") if "book" not in path.name)
    whole += (built_site / "assets/vendor/katex/katex.min.css").read_text(encoding="utf-8")
    whole += "".join(path.read_text(encoding="utf-8") for path in theme_sheets())
    pages = [path for path in built_site.rglob("*.html") if path.parent.name != "print"]
    there = {
        name
        for path in pages
        for element in LexborHTMLParser(path.read_text(encoding="utf-8")).css("[class]")
        for name in (element.attributes["class"] or "").split()
    }
    assert len(there & styled(whole)) > 100
    assert there & styled(whole) <= styled(sheet)
    assert len(sheet) < 0.8 * len(whole)


def theme_sheets():
    import material  # noqa: PLC0415 (the theme's files are in its package)

    folder = next(iter(material.__path__))
    return (path for kind in ("main", "palette") for path in (REPOSITORY / folder).rglob(f"{kind}.*.min.css"))


def test_a_page_waits_for_one_style_sheet_and_no_script(built_site):
    for name in ("index.html", "notes/cloudtech-study/27/index.html", "glossary/index.html", "review/index.html"):
        page = LexborHTMLParser((built_site / name).read_text(encoding="utf-8"))
        assert len(page.css("link[rel=stylesheet]")) == 1
        assert page.css("script[src]") == []


def test_the_themes_script_is_compiled_at_once(built_site):
    (script,) = (built_site / "assets" / "javascripts").glob("bundle.*")
    text = script.read_text(encoding="utf-8")
    assert text.startswith("//# allFunctionsCalledOnLoad\n")
    assert "sourceMappingURL" not in text


def test_the_themes_script_puts_off_what_its_start_can_do_without(built_site):
    (script,) = (built_site / "assets" / "javascripts").glob("bundle.*")
    text = script.read_text(encoding="utf-8")
    assert text.count(".send()") == text.count("setTimeout(()=>o.send())") == 1
    assert text.count("{capture:!0,once:!0}") == 1


def test_a_site_without_formulas_has_no_styles_for_them(build):
    sheet = "assets/stylesheets/site.css"
    assert "KaTeX" not in build({"a.md": "## 1. 甲\n\n乙\n"}).text(sheet)
    assert "KaTeX_Main" in build({"a.md": "## 1. 甲\n\n\\(x\\)\n"}).text(sheet)
