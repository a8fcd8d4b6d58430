"""Raw HTML in notes: nothing runs, nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from studynotes import reading, writing
from studynotes.links import Target
from studynotes.sanitizing import clean_raw, raw_text
from studynotes.writing import formulas

ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//x.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<img src='javascript:alert(1)'>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVa&#115;cript:alert(1)">x</a>',
    "[x](javascript:alert(1))",
    "![x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "<svg onload=alert(1)></svg>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<style>@import 'x'</style>",
    "<div style='background:url(javascript:alert(1))'>x</div>",
    "<base href=//x.example/><form action=//x.example/><button formaction=javascript:alert(1)>x</button></form>",
    "<object data=x></object><embed src=x><meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<title><img src=x onerror=alert(1)></title>",
    "<textarea><script>alert(1)</script></textarea>",
    '<b title="`<img src=x onerror=alert(1)>`">x</b>',
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    '<note-slot data-n="0"></note-slot>',
    "$\\href{javascript:alert(1)}{x}$",
    "```html\n<script>alert(1)</script>\n```",
    "```<img src=x onerror=alert(1)>\nx\n```",
    "## <script>alert(1)</script>",
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
]
DANGEROUS_TAGS = (
    "script, style, iframe, object, embed, form, button, base, meta, link, textarea, title, note-slot, svg script"
)


def body(source: str) -> str:
    (section,) = reading.read(f"## 1.\n\n{source}\n", file="n.md", stem="n").sections[:1]
    return writing.write(section, resolve=lambda _: Target(None), formula=formulas.render).html


def dangers(html: str) -> list[str]:
    tree = LexborHTMLParser(html)
    found = [node.html for node in tree.root.css(DANGEROUS_TAGS) if node.parent.tag != "head" or node.attributes]
    for node in tree.root.css("*"):
        found += [f"{node.tag} {name}" for name in node.attributes if name.startswith("on") or name == "srcdoc"]
        found += [node.html for value in node.attributes.values() if "script:" in (value or "") and node.tag != "a"]
        found += [node.html] if "script:" in (node.attributes.get("href") or "") else []
    return [
        danger for danger in found if "リンク先が見つかりません" not in danger and "画像が見つかりません" not in danger
    ]


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_becomes_text(attack):
    assert dangers(body(attack)) == []


@given(
    st.lists(
        st.sampled_from([*ATTACKS, "<b>", "</b>", "<", ">", '"', "'", "`", "\n", "\n\n", "- ", "<!--", "-->"]),
        max_size=6,
    )
)
def test_attacks_together_become_text(parts):
    assert dangers(body("".join(parts))) == []


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("<KBD class=x onclick=y>Ctrl</KBD>", "<kbd>Ctrl</kbd>"),
        ("s3://<bucket>/<key>", "s3://&lt;bucket&gt;/&lt;key&gt;"),
        ("a < b > c", "a &lt; b &gt; c"),
        ("<b", "&lt;b"),
        ("x<!-- 隠す -->y", "xy"),
        ("x<!-- 閉じない", "x&lt;!-- 閉じない"),
        ("<div>\n折り\n返し\n</div>", "<div>\n折り返し\n</div>"),
        ("<div>\nA. 一\nB. 二\n</div>", '<div>\n<span class="note-lines">A. 一\nB. 二</span>\n</div>'),
        ("<pre>\n 折り\n 返し</pre>", "<pre>\n 折り\n 返し</pre>"),
    ],
)
def test_allowed_tags_are_written_anew_and_the_rest_is_text(raw, clean):
    assert clean_raw(raw, lambda *_: None, lambda _: None) == clean


@given(st.text(alphabet="<>!-/ab&;?[]\"'= \n"))
def test_any_text_is_cleaned_without_an_error(html):
    clean_raw(html, lambda *_: None, lambda _: None)
    raw_text(html)


def test_tags_that_do_not_fit_together_are_shown_as_text():
    (section,) = reading.read("## 1.\n\n<table>\n<tr><td>一</td></tr>\n二\n</table>\n", file="n.md", stem="n").sections
    written = writing.write(section, resolve=lambda _: Target(None), formula=formulas.render)
    assert "&lt;table&gt;" in written.html
    assert "do not fit together" in written.problems[0].what
