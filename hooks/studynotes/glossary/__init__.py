"""The glossary file: its terms, checked, and their order in an index.

``docs/glossary.yml`` is a list of entries::

    - term: 概念ドリフト              # the word to show
      reading: がいねんどりふと       # hiragana; may be left out where the term has no kanji
      english: concept drift
      aliases: [コンセプトドリフト]   # other words and spellings that mean this entry
      definition: …                   # a sentence or two of plain text
      link: https://…                 # where to read more

``term`` and ``definition`` are needed. What folds alike (:mod:`studynotes.japanese`) needs no alias.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studynotes import japanese, links, yamlfile
from studynotes.model import Problem, Severity
from studynotes.slugs import Unique, slug
from studynotes.yamlcheck import Checker

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping
    from pathlib import Path

KEYS = ("term", "reading", "english", "aliases", "definition", "link")
_NEEDED = ("term", "definition")

# The rows of the gojūon, named by their first kana, with the kana (large, unvoiced) that begin a word in them.
_ROWS = {
    "あ": "あいうえお", "か": "かきくけこ", "さ": "さしすせそ", "た": "たちつてと", "な": "なにぬねの",
    "は": "はひふへほ", "ま": "まみむめも", "や": "やゆよ", "ら": "らりるれろ", "わ": "わゐゑをん",
}  # fmt: skip
_ROW_OF = {kana: row for row, members in _ROWS.items() for kana in members}
_LARGE = str.maketrans("ゃゅょっ", "やゆよつ")
OTHER = "#"  # the group of what begins with a digit or a sign


@dataclass(frozen=True, slots=True)
class Term:
    """One entry. ``id`` is its anchor on the glossary page; empty texts are things not given."""

    id: str
    term: str
    definition: str
    reading: str = ""
    english: str = ""
    aliases: tuple[str, ...] = ()
    link: str = ""
    line: int = 0

    @property
    def forms(self) -> tuple[str, ...]:
        """Every word that stands for this entry in a text: term, English, aliases."""
        return tuple(form for form in (self.term, self.english, *self.aliases) if form)


@dataclass(frozen=True, slots=True)
class Glossary:
    """A glossary file's entries in the file's order, and what is wrong with the file."""

    file: str
    terms: tuple[Term, ...] = ()
    problems: tuple[Problem, ...] = ()

    def by_id(self) -> Mapping[str, Term]:
        """The entries by their anchor."""
        return {term.id: term for term in self.terms}

    def by_form(self) -> Mapping[str, Term]:
        """The entries by the folded form of each word that stands for them."""
        return {japanese.fold(form): term for term in reversed(self.terms) for form in term.forms}

    def anchors(self) -> frozenset[str]:
        """All ids on the glossary's page that links may lead to: the entries, and the headings of its groups."""
        groups = (group.anchor for half in index(self.terms) for group in half)
        return frozenset([*(term.id for term in self.terms), *groups])

    def unused(self, used: Container[str]) -> Iterator[Problem]:
        """Yield one complaint if there are terms whose ids are not in ``used``: the notes never mention them."""
        terms = [term for term in self.terms if term.id not in used]
        if terms:
            names = ", ".join(f"{term.term} (line {term.line})" for term in terms)
            what = f"{len(terms)} of {len(self.terms)} terms are not used in any note: {names}"
            yield Problem(self.file, terms[0].line, Severity.INFO, what, "add the spelling that the notes use, or wait")


@dataclass(frozen=True, slots=True)
class Group:
    """The entries under one heading of an index: a row of the gojūon, a Latin letter, or :data:`OTHER`."""

    name: str
    terms: tuple[Term, ...]
    references: tuple[Term, ...] = ()  # entries found under their term elsewhere, and here by their English name

    @property
    def label(self) -> str:
        """Its heading."""
        return f"{self.name}行" if self.name in _ROWS else "0–9" if self.name == OTHER else self.name

    @property
    def anchor(self) -> str:
        """The id of its heading; no entry's id begins like it, since none holds a dot."""
        return f"row.{'0' if self.name == OTHER else self.name.lower()}"


def load(path: Path, file: str) -> Glossary:
    """Read and check the glossary at ``path``, called ``file`` in messages. A missing file is an empty glossary.

    An entry with a mistake that leaves it usable is kept; one without a term or definition is left out.
    """
    if not path.exists():
        return Glossary(file)
    return read(yamlfile.load(path, file))


def read(document: yamlfile.Document) -> Glossary:
    """Check a glossary that is already read from YAML; as :func:`load`."""
    problems = list(document.problems)
    if document.value is None:
        return Glossary(document.file, (), tuple(problems))
    if not isinstance(document.value, list):
        problems.append(document.problem("the glossary is no list", 'begin each entry with "- term: …"'))
        return Glossary(document.file, (), tuple(problems))
    name = Unique()
    terms = []
    for index, entry in enumerate(document.value):
        reader = _Entry(document, problems, index, numbers=False)
        term = reader.read(entry, name)
        if term:
            terms.append(term)
    problems += _same_words(document, terms)
    return Glossary(document.file, tuple(terms), tuple(sorted(problems)))


def index(terms: Iterable[Term]) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Arrange terms as in a book: the rows of the gojūon, and the Latin letters (then :data:`OTHER`).

    Every entry is listed in one group, under its term. An entry with a Japanese term and an
    English name is moreover a reference under the English name's letter. Empty groups are left out.
    """
    listed: dict[str, list[Term]] = {}
    references: dict[str, list[Term]] = {}
    for term in terms:
        group = _group(term.term, term.reading)
        listed.setdefault(group, []).append(term)
        letter = _letter(term.english) if term.english else OTHER
        if group in _ROWS and letter != OTHER:
            references.setdefault(letter, []).append(term)
    letters = [chr(code) for code in range(ord("A"), ord("Z") + 1)]

    def groups(names: Iterable[str], order: Callable[[Term], tuple[str, ...]]) -> tuple[Group, ...]:
        return tuple(
            Group(
                name,
                tuple(sorted(listed.get(name, ()), key=order)),
                tuple(sorted(references.get(name, ()), key=lambda term: japanese.fold(term.english))),
            )
            for name in names
            if name in listed or name in references
        )

    return groups(_ROWS, _by_kana), groups([*letters, OTHER], _by_letters)


def _by_letters(term: Term) -> tuple[str, str]:
    return japanese.fold(term.term), term.term


def _by_kana(term: Term) -> tuple[str, str, str]:
    """Dictionary order: by kana without voicing, then with it."""
    spoken = japanese.fold(term.reading or term.term)
    return _bare(spoken), spoken, term.term


def _bare(kana: str) -> str:
    """Kana without voicing marks, small ones large."""
    decomposed = unicodedata.normalize("NFD", kana)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_LARGE)


def _group(term: str, reading: str) -> str:
    letter = _letter(term)
    if letter != OTHER:
        return letter
    spoken = _bare(japanese.fold(reading or term))
    return _ROW_OF.get(spoken[:1], OTHER)


def _letter(word: str) -> str:
    first = unicodedata.normalize("NFKD", word.lstrip())[:1].upper()
    return first if first.isascii() and first.isalpha() else OTHER


def _same_words(document: yamlfile.Document, terms: Iterable[Term]) -> Iterable[Problem]:
    """Complain where two entries share a word: a text could mean either."""
    first: dict[str, Term] = {}
    for term in terms:
        for form in term.forms:
            other = first.setdefault(japanese.fold(form), term)
            if other is not term:
                what = f'"{form}" of "{term.term}" already stands for "{other.term}" (line {other.line})'
                yield Problem(document.file, term.line, Severity.WARNING, what, "give it to one of the two entries")


class _Entry(Checker):
    """Reads one entry of the list."""

    def read(self, entry: object, name: Unique) -> Term | None:
        """Give the entry as a term; ``None`` where it lacks what one needs."""
        if not isinstance(entry, dict):
            self.complain("an entry is no mapping", 'write it as "- term: …" with further keys beneath')
            return None
        given = self.mapping(entry, KEYS)
        texts = {key: self.text(given.get(key), key) for key in KEYS if key != "aliases"}
        missing = [key for key in _NEEDED if not texts[key]]
        for key in missing:
            self.complain(f'the entry has no "{key}"', f'add "{key}: …"', key)
        if missing:
            return None
        term, english = texts["term"], texts["english"]
        return Term(
            id=name(slug(english or term) or slug(term) or "term"),
            term=term,
            definition=texts["definition"],
            reading=self._reading(term, texts["reading"]),
            english=english,
            aliases=self.texts(given.get("aliases"), "aliases"),
            link=self._link(texts["link"]),
            line=self.document.line(*self.base, "term"),
        )

    def _reading(self, term: str, reading: str) -> str:
        """The reading in hiragana; a complaint where it is missing or in another script."""
        hiragana = japanese.to_hiragana(unicodedata.normalize("NFKC", reading))
        scripts = {japanese.script(char) for char in hiragana if char not in "ー・ "}
        if reading and (scripts != {"hiragana"} or hiragana != reading):
            guess = hiragana if scripts == {"hiragana"} else japanese.reading(term)
            self.complain(f'the reading "{reading}" is not in hiragana', f'did you mean "{guess}"?', "reading")
        if not reading and any(japanese.script(char) == "kanji" for char in term):
            guess = japanese.reading(term)
            self.complain(f'"{term}" has no reading', f'add "reading: {guess}", if that is how it is read', "term")
            return guess
        return hiragana or ("" if _letter(term) != OTHER else japanese.reading(term))

    def _link(self, link: str) -> str:
        """An address of the web, or of the site (relative); others are refused: they could run script."""
        parts = links.split(link)
        if (
            parts is not None
            and parts.scheme in ("", "http", "https")
            and not any(ord(char) < ord("!") for char in link)
        ):
            return link
        self.complain(f'the link "{link}" is no web address', "write an https:// address", "link")
        return ""
