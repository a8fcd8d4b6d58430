"""Diagrams show exactly the tree that was written, whatever its labels are, with a browser and without."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from studynotes import diagrams
from studynotes.browser import chromium
from studynotes.diagrams import gallery, mermaid, treesvg
from studynotes.diagrams.trees import Tree
from studynotes.diagrams.treetext import Node
from studynotes.model import Lines

HOSTILE = (Path(__file__).parent / "data" / "hostile-labels.txt").read_text(encoding="utf-8").splitlines()
FOREST = (
    Node("根", (Node("一", (Node("甲", (Node("子"),)), Node("乙"))), Node("二"), Node("三", (Node("丙"),)))),
    Node("離れた根"),
    Node("もう一つの根", (Node("一"),)),
)


def picture(*roots: Node) -> diagrams.Picture:
    return diagrams.of_tree(Tree("題", roots, Lines(1, 1), 0, None))


def expected(roots):
    nodes = {name: node.label for name, _, node in diagrams.numbered(roots)}
    edges = {(parent, name) for name, parent, _ in diagrams.numbered(roots) if parent}
    return nodes, edges


def drawn(svg: str):
    """The nodes (by name) and edges of an SVG, and nothing else in it."""
    tree = LexborHTMLParser(svg)
    found = tree.css("svg *")
    assert {element.tag for element in found} <= {"g", "path", "rect", "text", "tspan"}
    assert not [name for element in found for name in element.attributes if name.startswith("on") or "href" in name]
    nodes = [(re.search(r"-flowchart-(n\d+)-\d+$", n.attributes["id"])[1], n.text()) for n in tree.css(".diagram-node")]
    edges = [re.search(r"-L_(n\d+)_(n\d+)_0$", e.attributes["id"]).groups() for e in tree.css(".diagram-edge")]
    assert len(dict(nodes)) == len(nodes)
    assert len(set(edges)) == len(edges)
    return dict(nodes), set(edges)


@pytest.fixture(scope="module")
def drawings(chromium_path):
    """Drawings of every hostile label and of a forest, by Mermaid."""
    trees = [(Node(label, (Node("子"),)),) for label in HOSTILE] + [FOREST]
    jobs = {str(n): mermaid.Job(str(n), picture(*roots).source, is_tree=True) for n, roots in enumerate(trees)}
    results = mermaid.draw(jobs.values())
    return [(roots, results[str(n)]) for n, roots in enumerate(trees)]


def test_mermaid_draws_exactly_the_nodes_and_edges(drawings):
    assert len(drawings) > 30
    for roots, result in drawings:
        assert result.error == ""
        assert drawn(result.svg) == expected(roots)


@pytest.mark.parametrize("label", HOSTILE)
def test_so_does_a_build_without_a_browser(label):
    roots = (Node(label, (Node("子"),)),)
    assert drawn(treesvg.draw(roots)) == expected(roots)


def test_both_draw_labels_inside_their_boxes_and_boxes_apart(drawings, page):
    for roots, result in drawings:
        for svg in (result.svg, treesvg.draw(roots)):
            page.set_content(f"<body>{svg}</body>")
            assert page.evaluate(PROBLEMS) == [], roots[0].label


# Labels that leave their boxes, boxes that touch each other, and whatever leaves the picture.
PROBLEMS = """() => {
  const found = [], box = (e) => e.getBoundingClientRect();
  const within = (a, b, by) => a.left >= b.left - by && a.right <= b.right + by;
  const inside = (a, b, by) => within(a, b, by) && a.top >= b.top - by && a.bottom <= b.bottom + by;
  const nodes = [...document.querySelectorAll('.diagram-node')], svg = box(document.querySelector('svg'));
  for (const node of nodes) {
    const rect = box(node.querySelector('rect'));
    if (!inside(box(node.querySelector('text')), rect, 0)) found.push('label ' + node.textContent);
    if (!inside(rect, svg, 1)) found.push('box ' + node.textContent);
    for (const other of nodes) {
      const r = box(other.querySelector('rect'));
      if (other !== node && r.left < rect.right && rect.left < r.right && r.top < rect.bottom && rect.top < r.bottom) {
        found.push(`${node.textContent} on ${other.textContent}`);
      }
    }
  }
  return found;
}"""

LABELS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60)


@given(LABELS, st.integers(1, 5))
def test_lines_of_a_label_are_the_label(label, depth):
    lines = diagrams.lines_of(label, depth)
    assert "".join(lines) == label


@given(LABELS)
def test_escaped_text_has_nothing_of_mermaids_language(label):
    escaped = diagrams.escaped(label)
    assert re.sub(r"#(\d+);", lambda code: chr(int(code[1])), escaped) == label
    assert not re.search(r"[\"'`<>\[\](){}|&;#%\\*_~$:=-]", re.sub(r"#\d+;", "", escaped))


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        (
            "📂 コンピュータビジョン（モデルレジストリコレクション）",
            ["📂 コンピュータ", "ビジョン", "（モデルレジストリ", "コレクション）"],
        ),
        ("📁 モデルグループ A", ["📁 モデルグループ A"]),
        ("📂 SageMaker Model Registry", ["📂 SageMaker ", "Model Registry"]),
        ("s3-bucket-public-read-prohibited", ["s3-bucket-public-", "read-prohibited"]),
    ],
)
def test_lines_break_between_words(label, lines):
    assert diagrams.lines_of(label, 2) == lines


def test_a_screen_reader_is_told_what_is_beneath_what():
    shown = picture(Node("📂 根", (Node("📁 A", (Node("a"),)), Node("📁 B"))))
    assert shown.title == "題の階層図"
    assert shown.description == "「根」の下に「A」、「B」があります。「A」の下に「a」があります。"


def test_a_name_depends_on_what_is_shown_and_on_nothing_else():
    tree = Tree("題", FOREST, Lines(1, 1), 0, None)
    other = Tree("別の題", FOREST, Lines(5, 9), 7, None)
    assert diagrams.of_tree(tree).name == diagrams.of_tree(other).name != picture(Node("根")).name


def test_every_picture_of_this_repositorys_notes_is_kept_and_no_other():
    """If this fails: make diagrams, and commit docs/assets/diagrams."""
    pictures = gallery.pictures_in(gallery.ROOT / "docs" / "notes")
    assert {name for p in pictures for name in gallery.names(p)} == {path.stem for path in gallery.KEPT.glob("*.svg")}
    for shown in pictures:
        svg = (gallery.KEPT / f"{shown.name}.svg").read_text(encoding="utf-8")
        assert drawn(svg) == expected(shown.roots)


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    monkeypatch.setattr(gallery, "KEPT", tmp_path / "kept")
    monkeypatch.setattr(gallery, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(gallery, "_failed", {})
    return tmp_path


def test_what_was_drawn_once_is_not_drawn_again(elsewhere, monkeypatch, chromium_path):
    shown = picture(*FOREST)
    first = gallery.hang([shown])
    assert str(first) == "1 drawn by Chromium"
    monkeypatch.setattr(mermaid, "draw", dict.fromkeys)
    second = gallery.hang([shown])
    assert str(second) == "1 drawn by Chromium before"
    assert second.svgs[shown.name].strip() == first.svgs[shown.name].strip()


def test_without_a_browser_trees_are_drawn_all_the_same(elsewhere, monkeypatch):
    monkeypatch.setattr(chromium, "find", lambda: None)
    tree, own = picture(*FOREST), diagrams.Picture("flowchart LR\n a --> b\n", "図", "")
    hung = gallery.hang([tree, own])
    assert drawn(hung.svgs[tree.name]) == expected(FOREST)
    assert "no Chromium was found" in hung.errors[own.name]
    assert str(hung) == "1 drawn without a browser, 2 not drawn"


REFUSED = "Parse error\non line 2"


@pytest.fixture
def asked(monkeypatch):
    """Let Mermaid refuse everything; give what it was asked for."""
    names = []

    def draw(jobs):
        names.extend(job.name for job in jobs)
        return {job.name: mermaid.Drawn(error=REFUSED) for job in jobs}

    monkeypatch.setattr(mermaid, "draw", lambda jobs: draw(list(jobs)))
    return names


def test_what_cannot_be_drawn_is_tried_once(elsewhere, asked):
    own = diagrams.Picture("flowchart LR\n a ---> \n", "図", "")
    first, second = gallery.hang([own]), gallery.hang([own])
    assert asked == gallery.names(own)
    assert first.errors == second.errors == dict.fromkeys(gallery.names(own), "Parse error on line 2")
    assert str(second) == "2 not drawn"


def test_a_tree_that_mermaid_refuses_is_drawn_all_the_same(elsewhere, asked):
    tree = picture(*FOREST)
    for hung in (gallery.hang([tree]), gallery.hang([tree])):
        assert drawn(hung.svgs[tree.name]) == expected(FOREST)
        assert not hung.errors
    assert asked == [tree.name]


def test_notes_that_cannot_be_read_are_told_of_in_one_line(elsewhere, monkeypatch, capsys):
    monkeypatch.setattr(gallery, "ROOT", elsewhere)
    (elsewhere / "docs" / "notes").mkdir(parents=True)
    (elsewhere / "docs" / "notes" / "古い.md").write_bytes("# 題\n\n古い字\n".encode("shift_jis"))
    assert gallery.main() == 1
    said = capsys.readouterr().err
    assert said.startswith("docs/notes/古い.md:1: not UTF-8: byte 0x91")
    assert said.endswith("save the file as UTF-8\n")
    assert said.count("\n") == 1
