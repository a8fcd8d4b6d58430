"""Which parts of a note are folder trees, and what is in them."""

from __future__ import annotations

import pytest

from studynotes import reading
from studynotes.diagrams import trees


def outline(nodes):
    return [node.label if not node.children else (node.label, outline(node.children)) for node in nodes]


def figures(text):
    section = reading.read(f"## 節\n\n{text}\n", file="a.md", stem="a").sections[0]
    return section, trees.figures(section)


def forest(text):
    _, found = figures(text)
    return [outline(tree.roots) for figure in found for tree in figure.trees]


@pytest.mark.parametrize(
    ("text", "roots"),
    [
        ("- 📂 根\n  - └ 📁 A\n  - └ 📁 B", [("📂 根", ["📁 A", "📁 B"])]),
        ("- 📂 根\n  - 📁 A\n    - 📄 a.md\n  - 📁 B", [("📂 根", [("📁 A", ["📄 a.md"]), "📁 B"])]),
        ("- 📂 根\n- ├ 📁 A\n- └ 📁 B", [("📂 根", ["📁 A", "📁 B"])]),
        ("- 📂 一\n  - └ A\n- 📂 二\n  - └ B", [("📂 一", ["A"]), ("📂 二", ["B"])]),
        ("- 📂 根\n  - 📁 A\n  - 名前だけ", [("📂 根", ["📁 A", "名前だけ"])]),
        ("- 📂 根\n  - 📁 A\n    - ここには生のデータを置きます。", [("📂 根", ["📁 A"])]),
        ("- **📂 `根/`**\n  - 📁 [A](x.md)", [("📂 根/", ["📁 A"])]),
        ("1. 📂 根\n   - 📁 A", [("📂 根", ["📁 A"])]),
        ("- 📂 根\n  ├ 📁 A\n  └ 📁 B", [("📂 根", ["📁 A", "📁 B"])]),
        ("📂 根  \n├ 📁 A  \n└ 📁 B", [("📂 根", ["📁 A", "📁 B"])]),
        ("> - 📂 根\n>   - 📁 A", [("📂 根", ["📁 A"])]),
        (
            "```\nroot/\n├── a/\n│   ├── b.py\n│   └── c.py\n└── d.md\n```",
            [("root/", [("a/", ["b.py", "c.py"]), "d.md"])],
        ),
        ("```text\nroot\n├─ a\n│  └─ b\n└─ c\n```", [("root", [("a", ["b"]), "c"])]),
        ("```\n根\n├　甲\n│　├　乙\n│　└　丙\n└　丁\n　　└　戊\n```", [("根", [("甲", ["乙", "丙"]), ("丁", ["戊"])])]),
        ("```\nroot\n|-- a\n|   `-- b\n`-- c\n```", [("root", [("a", ["b"]), "c"])]),
        ("```\nroot\n+-- a\n|   +-- b\n\\-- c\n```", [("root", [("a", ["b"]), "c"])]),
        ("```bash\nroot\n├── a\n└── b\n```", [("root", ["a", "b"])]),
        ("    root\n    ├── a\n    └── b", [("root", ["a", "b"])]),
        ("```\n.\n├── a\n└── b\n\n2 directories, 1 file\n```", [(".", ["a", "b"])]),
        ("```\n📂 根\n  📁 A\n    📄 a\n  📁 B\n```", [("📂 根", [("📁 A", ["📄 a"]), "📁 B"])]),
        ("```\nroot\n│\n├── a\n│\n└── b\n```", [("root", ["a", "b"])]),
        ("```\na/\n└── b\n\nc/\n└── d\n```", [("a/", ["b"]), ("c/", ["d"])]),
        ("- 📂 根\n  - 📁 a → S3", [("📂 根", ["📁 a → S3"])]),
    ],
)
def test_trees(text, roots):
    assert forest(text) == [roots]


@pytest.mark.parametrize(
    "text",
    [
        "- 項目\n  - 子",
        "- 📁 A\n- 📁 B",
        "- 📄 概要\n  - ここに書く。",
        "```\nA → B → C\n```",
        "```\n判定\n├── はい → A\n└── いいえ → B\n```",
        "```\n+----+----+\n| a  | b  |\n+----+----+\n```",
        "```\n┌────┐\n│ 箱 │\n└────┘\n```",
        "```\n左            右\n├── a   ├── b\n└── c   └── d\n```",
        "```\n見出し\n├── a\n└── b\n\nほかの文\n```",
        "```\n一\n├── a\n└── b\n\n二\n├── c\n└── d\n```",
        "```\nroot\n├── a\n└── b\n    続きの説明\n```",
        "```sql\nselect\n|-- comment\n|-- more\n```",
        "```\nroot\n    ├── a\n  ├── b\n```",
        "```\nroot\n└── b\n```",
        "```\nroot\n├──\n└── b\n```",
        "| 📂 a | b |\n|---|---|\n| └ c | d |",
        "```\nroot\n" + "├── a\n" * 200 + "```",
        "- 📂 根\n  - 説明の文です。\n    - └ 📁 A",
    ],
)
def test_no_trees(text):
    assert forest(text) == []


def test_neighbouring_items_share_a_figure_under_the_writers_words():
    section, found = figures("- 現在の状態：\n  - 📂 根\n    - 📁 A\n- 解決後\n  - 📂 枝\n    - 📁 A\n- ほか")
    assert [[tree.title for tree in figure.trees] for figure in found] == [["現在の状態", "解決後"]]
    for tree in found[0].trees:
        first, last = tree.written
        assert (section.tokens[first].type, section.tokens[last].type) == ("bullet_list_open", "bullet_list_close")
    assert found[0].at == found[0].trees[0].written[0]


def test_trees_apart_have_figures_of_their_own():
    _, found = figures("- 一\n  - 📂 根\n    - 📁 A\n- 間\n- 二\n  - 📂 枝\n    - 📁 A")
    assert [len(figure.trees) for figure in found] == [1, 1]


def test_a_tree_among_other_items_leaves_them_alone():
    section, found = figures("- 前\n- 📂 根\n  - 📁 A\n- 後")
    first, last = found[0].trees[0].written
    assert [t.content for t in section.tokens[first : last + 1] if t.type == "inline"] == ["📁 A"]


def test_a_flat_tree_among_other_items_stays_unfolded():
    section, found = figures("- 前\n- 📂 根\n- └ 📁 A\n- 後")
    assert found[0].trees[0].written is None
    assert section.tokens[found[0].at].type == "list_item_close"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("### 構成\n\n```\nroot\n├── a\n└── b\n```", "構成"),
        ("### 章\n\n次のとおり：\n\n```\nroot\n├── a\n└── b\n```", "次のとおり"),
        ("```\n配置：\nroot\n├── a\n└── b\n```", "配置"),
        ("とても長い説明の文があり、そのあとに図が来る。\n\n```\nroot\n├── a\n└── b\n```", "節"),
    ],
)
def test_titles_are_the_writers_words(text, title):
    assert figures(text)[1][0].trees[0].title == title


def test_lines_and_tokens_of_a_drawing():
    section, found = figures("文\n\n```\nroot\n├── a\n└── b\n```")
    tree = found[0].trees[0]
    assert (tree.lines.first, tree.lines.last) == (5, 9)
    assert section.tokens[tree.at].type == "fence"


@pytest.mark.parametrize("line", ["|" * 100_000, "│　" * 50_000, "└" * 100_000, " " * 100_000 + "x", "📁" * 50_000])
def test_long_lines_are_read_in_one_go(line):
    assert forest(f"```\n{line}\n{line}\n{line}\n```\n\n- {line}\n  - {line}") == []
