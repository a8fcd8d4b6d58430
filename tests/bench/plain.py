"""The same notes as a plain project: a Markdown file for each section, its questions in mkdocs-quiz's syntax, no hooks.

That is what one has who converted the notes once by hand: Material's search, tags and theme, and mkdocs-quiz.
"""

from __future__ import annotations

from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader

import navigation
from studynotes import reading
from studynotes.questions import questions_in
from studynotes.questions.elsewhere.answerlists import answers_of
from studynotes.questions.sharing import code_markdown, inline_markdown

ROOT = Path(__file__).resolve().parents[2]
OURS = ("hooks", "extra_css", "extra_javascript", "nav", "not_in_nav", "validation", "exclude_docs")


def make(folder: Path, notes: str, *, grouped: bool) -> int:
    """Lay out the project; return its number of questions.

    ``grouped`` gives it the navigation in groups that our hooks make; else it has MkDocs's own, of all files.
    """
    collection = reading.read(notes, file="bench.md", stem="bench")
    env = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=False)  # noqa: S701 (Markdown)
    template = env.get_template("partials/quiz.md")
    asked_of, _ = questions_in(collection.sections, None, collection.source, answers_of(collection))
    lines = collection.source.split("\n")
    pages = folder / "docs" / "notes" / "bench"
    pages.mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# ホーム\n", encoding="utf-8")
    (pages / "index.md").write_text("# 計測用のノート\n", encoding="utf-8")
    count = 0
    for section, (questions, _) in zip(collection.sections, asked_of, strict=True):
        text = "\n".join(lines[section.lines.first : section.lines.last])
        page = f"# {section.label}\n\n{text}\n"
        count += len(questions)
        if questions:
            asked = (template.render(question=each, inline=inline_markdown, code=code_markdown) for each in questions)
            page += "\n## 理解度チェック\n\n" + "\n\n".join(asked)
        (pages / f"{section.slug}.md").write_text(page, encoding="utf-8")
    config = _config()
    if grouped:
        config["nav"] = navigation.with_notes([{"ノート": "notes/"}], [collection])
    text = yaml.dump(config, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return count


class _Tagged:
    """A value that only MkDocs understands, kept as it is."""

    def __init__(self, node: yaml.Node) -> None:
        self.node = node


class _Loader(yaml.SafeLoader):
    pass


class _Dumper(yaml.SafeDumper):
    pass


_Loader.add_multi_constructor("", lambda _, __, node: _Tagged(node))
_Dumper.add_multi_representer(str, lambda dumper, text: dumper.represent_str(str(text)))
_Dumper.add_representer(_Tagged, lambda _, tagged: tagged.node)


def _config() -> dict:
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Loader)  # noqa: S506 (a safe one)
    config = {key: value for key, value in config.items() if key not in OURS}
    del config["theme"]["custom_dir"]
    for plugin in config["plugins"]:
        if "mkdocs_quiz" in plugin and isinstance(plugin, dict):
            del plugin["mkdocs_quiz"]["custom_translations"]
            plugin["mkdocs_quiz"] |= {"enabled_by_default": True, "language": "en"}
    return config
