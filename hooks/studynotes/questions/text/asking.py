"""Whether choices belong to a question, and which number it has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.text import headings, legend
from studynotes.questions.text.counting import line_number, own_number
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.text.separating import one_choice_each, slashes_apart
from studynotes.questions.words import labels, phrases
from studynotes.questions.words.marks import mark_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.stretches.verdict import Verdict
    from studynotes.questions.text.judgements import Ask

_LEAST = 3  # choices, where nothing but a mark on one of them tells that this is a question
# A question for a thing: …は？, …するには？, …とは何？
_FOR_A_THING = re.compile(
    r"(?:何|誰|だれ|どこ|いつ|いくつ|いくら)[^。、?]{0,8}か[。?]?$"
    r"|(?:は|には|とは|もの|何|誰|だれ|どこ|いつ|いくつ|いくら|なに)\s*[?]\s*(?:[(【\[].{0,24}[)】\]])?$"
)
_WHAT_IT_IS_CALLED = re.compile(
    r"(?:何|なん)(?:と(?:いう|言う|いいます|言います|呼ぶ|呼びます|呼ばれる)|です|でしょう)か?[?]?$"
)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿"
_WISH = re.compile(r"(?:ます|ましょう|たい)(?:です)?か?[?。]*$")  # どの部署を希望しますか？
_FOR_THE_ONE = re.compile(r"(?:には|のは|(?<!こ)とは|ものは)\s*[?]\s*(?:[(【\[].{0,24}[)】\]])?$")
_NEED = re.compile(r".{12}(?:したい|たい|必要(?:である|がある|だ|です)?|ほしい|欲しい|求められ(?:ている|る))[。]?$")
# A sentence left open for what completes it: …するには, …ものを2つ
_OPEN = re.compile(
    r".{6}(?:(?:に|と|の|もの|こと)は|もの(?:を|が)?|ことを|(?:機能|サービス|ツール|コマンド|用語|名称|方法|手段|設定|仕組み|理由|種類)は)"
    r"(?:\s*[\d一二三四五六]\s*(?:つ|個))?\s*[。:]?$"
)
# What exams have told of a thing, and what they have chosen: ペストの特徴, …合ってるのぜんぶ, …すると？
_OF_A_THING = re.compile(r".の(?:特徴|説明|定義|役割|意味|働き|はたらき|性質|目的|用途|機能|効果)$|[^。?]{4}と[?]$")
_SELECTING = re.compile(
    r"(?:正しい|[当あ]てはまる|該当する|適切な|合って(?:い)?る|誤って(?:い)?る|間違って(?:い)?る)(?:の|もの)(?:は|を|、)?\s*(?:すべて|全て|全部|ぜんぶ|どれ)?$"
)
_LEFT_OPEN = re.compile(r".{6}[^でにと]は[。:]?$")  # …のエネルギーは: where the file says that such lists are questions
_TIMED = re.compile(r"今(?:日|週|月|年|回|夜|朝|度)|明日|昨日|来(?:週|月|年)|先(?:週|月)|次回")  # 今週覚えるのは
# What leads on to the right one of the choices: …するのは, …もの（2つ）, …を表示する, …の特徴
_LEADS_ON = re.compile(
    r"(?:は|の|もの|こと|ところ|を|に|が|で|[うくすつぬむる]|削除|追加|変更|表示|特徴|役割|働き|目的|意味|原因|症状|名前|名称"
    r"|コマンド|方法|手順|条件|単位|順番?|値|何[^。、?\s]{1,6}|.{2}の[一-鿿ァ-ヺー]{1,6})"
    r"\s*(?:[(（].{0,10}[)）])?[。:]?$|(?:何[^。、?]{0,8}|は|もの|の)\s*[?]\s*(?:[(（].{0,10}[)）])?$"
)
_HOW = re.compile(r"は、?どう(?!する)[^。、?]{2,8}[?]$")  # 検食はどう保存する?
_NUMBER_ALONE = re.compile(r"[(【\[]?\s*(?P<number>\d{1,3})\s*[)】\].]?")
# What somebody did: 作ったものは, 済んだこと
_DONE = re.compile(
    r"(?:(?<!誤)った|んだ|(?<![表示明適関現])した)(?:もの|こと|ところ)(?:は|を)?\s*(?:[\d一二三四五六]\s*(?:つ|個))?[。:?]*$"
)
# What somebody plans, or has to do.
_PLAN = re.compile(
    r"までに|[てで](?:おき|み|しまい|いき)たい|(?:覚え|読み|学び|見|受け|取り|買い|行き|試し|触り|やり|知り|調べ|食べ|飲み|会い|終え|終わらせ)たい"
    r"|(?:復習|勉強|学習|理解|合格|受験|挑戦|購入|暗記|克服|参加|質問|予習|提出|見直し|整理)(?:を)?し?たい"
    r"|持(?:って(?:いく|行く|くる|来る)|ち物|参)|もって(?:いく|行く|くる|来る)|買う|買い物|買いもの|やる|やること|リスト|読む|予定|宿題|準備する|担当|会場|日程|気にな[るっ]|個人的|優先|模試(?!\s*第?\d+回?\s*(?:[-–−の]|問|Q|No\.?)\s*\d)|試験[前日当]"
)
_CHOOSING = re.compile(
    r"(?:(?:終わっ|済ん|やっ)[ただ]か?|に(?:する|しよう)(?:べき)?か?|を?買う(?:べき)?か?|が(?:いい|良い|よい)か?)[。?]?$"
)  # one's own choice
_OF_TODAY = re.compile(r"^(?:今日|昨日|明日|今夜|今朝|今週|来週|先週)は")
_OF_THESE_DAYS = re.compile(r"今[日週月年]|明日|来[週月年]|次回")
_LIKING = re.compile(r"(?:好き|嫌い|好み|お気に入り|おすすめ)(?:な|の)")
# Asked of oneself, of others or of nobody.
_IDLE = re.compile(
    r"なぜ|どうして|(?<![かぶ])どう(?!いう|いった|なる)|どれ(?:くらい|ぐらい|だけ|ほど)|(?:いい|良い|よい|好き|ほしい|欲しい|したい)(?:です)?か?[?]"
    r"|(?:選ぶ|する|使う|見る|読む|行く)[?]$|(?:復習|勉強)する|(?:今日|明日|今週|来週|今月|来月|今年|今回|次回|今度)の"
    r"|(?:担当者?|会場|日程|日時|幹事)は|持ち物|(?:持|も)って(?:いく|行く|くる|来る)|宿題|買う"
    r"|(?:祝い|褒美|打ち?上げ|土産|記念日?|誕生日|休み|休日)に?[^。、]{0,12}なら[?]?$"
)
_OWN = (_IDLE, _PLAN, _DONE, _CHOOSING, _OF_TODAY, _OF_THESE_DAYS, _LIKING)


def is_asked(chunk: Sequence[Line], group: Group, ask: Ask, verdict: Verdict) -> bool:
    """Whether these choices belong to a question.

    It is numbered, its choices are announced, or a line right before them asks which one. Where only marks tell the
    key of an unnumbered question, nothing may speak for a list of one's own: not several marks where one is
    asked for, not a question that is put to oneself (``どう選ぶ？``). ``…は？`` and ``…（2つ）`` ask where the
    key is there: one of three or more choices, or as many as are wanted.
    """
    before = chunk[: group.start]
    to_do = bool(before) and phrases.is_to_do(before[-1].text)
    chosen = verdict.marked and any(
        _CHOOSING.search(phrases.bare(line.text)) for line in before if not legend.is_told(line.text)
    )
    prose = [line.text for line in before if line.role is not Role.CODE]
    titled = bool(before) and headings.is_quiz(before[0]) and _is_one_stated(group, verdict)
    if titled or (not chosen and any(phrases.numbered(text) is not None or phrases.is_caption(text) for text in prose)):
        return True
    near = [line for at, line in enumerate(before) if not at or phrases.has_gap(line.text) or not is_listed(line)][-2:]
    values = [phrases.bare(line.text) for line in near if line.role is not Role.CODE]
    idle = any(_IDLE.search(value) for value in values)
    done = any(_DONE.search(value) for value in values) or to_do
    if chosen or (verdict.marked and (idle or done or (len(verdict.right) > 1 and not ask.several))):
        return False
    planned = any(_PLAN.search(value) for value in values)
    named = not planned and any(option.named or option.verdict is False for option in group.options)
    ticked = verdict.marked and not named
    told = is_stated(group, verdict) or (bool(verdict.right) and not verdict.marked)
    stated = len(group.options) >= _LEAST and told and not planned  # any question will do
    of_part = len(group.options) >= _LEAST and phrases.part_number(before[0].text) if before else ""  # 3-1 …だれか。
    if any(phrases.is_question(value) and (stated or of_part or phrases.selects(value)) for value in values):
        wished = ticked and any(_WISH.search(value) for value in values)
        return (not idle or bool(verdict.right)) and not wished
    if not verdict.right or idle:
        return False
    called = any((value[:1] in "QＱ" and phrases.counted(value)) or phrases.named(value) for value in values)
    # An answer line gives one of the choices' own words.
    worded = not group.labels and not verdict.marked and verdict.answered and len(group.options) >= _LEAST
    if (
        called
        or (worded and values and not planned and not done)
        or (ask.wanted == len(verdict.right) and values and len(group.options) > len(verdict.right))
    ):
        return True
    one = len(verdict.right) == 1 and len(group.options) >= _LEAST
    counted = bool(group.labels) and any(phrases.counted(each) > 0 or phrases.figure(each)[1] > 0 for each in values)
    wanted = _FOR_THE_ONE if ticked and not counted else _FOR_A_THING  # one ✅ alone may be what somebody chose
    texts = [*values, *(line.text for line in near)]
    judged = ask.several and len(group.options) >= _LEAST and all(each.verdict is not None for each in group.options)
    return (one or judged) and any(
        wanted.search(each) or _WHAT_IT_IS_CALLED.search(each) or phrases.has_gap(each) for each in texts
    )


def is_idle(before: Sequence[Line]) -> bool:
    """Whether the lines above choices put a question to oneself or to others, or plan (``宿はどれにする？``)."""
    values = [phrases.bare(line.text) for line in before[-2:] if line.role is not Role.CODE]
    patterns = (_IDLE, _PLAN, _CHOOSING, _OF_TODAY, _LIKING)
    return any(pattern.search(value) for value in values for pattern in patterns)


def asks_for_a_thing(text: str) -> bool:
    """Whether a question asks for a name, a number or the like (``…は？``, ``何という？``), not yes or no."""
    value = phrases.bare(text)
    return not _IDLE.search(value) and bool(_FOR_A_THING.search(value) or _WHAT_IT_IS_CALLED.search(value))


def is_wished(chunk: Sequence[Line], group: Group, ask: Ask, verdict: Verdict, shapes: Collection[str]) -> bool:
    """Whether the line right above choices puts a case (``### 2. 0台まで減らして動かしたい``, ``…を強制するには``).

    That is how exams ask. It asks only where the file has said what marks the right choice, and one of three or more
    choices bears that mark (or as many as are wanted); beneath a numbered heading, or where questions of the file have
    their marked lists (``shapes``, see :mod:`.legend`), where a numbered heading may be a mere
    subject (``### 3. パーミッション 755 の意味``). What somebody plans (``…しておきたい``, ``持ち物``) asks nothing.
    """
    above = chunk[group.start - 1] if group.start else None
    if above is None or len(group.options) < _LEAST:
        return False
    beneath_line = legend.shape_of(above) == legend.PARAGRAPH and legend.PARAGRAPH in shapes
    value = phrases.bare(above.text)
    wanted = ask.wanted or phrases.so_many(value)
    some = beneath_line and ask.several and not wanted and bool(verdict.right)
    if len(verdict.right) != (wanted or 1) and not some:
        return False
    if is_own(value):
        return False
    counts = beneath_line and phrases.so_many(value) is not None
    return counts or _puts_a_case(above, value, group, shapes)


def _puts_a_case(above: Line, value: str, group: Group, shapes: Collection[str]) -> bool:
    """Whether the line above choices is worded, or stands, as one of an exam's."""
    if legend.shape_of(above) in shapes:
        if above.role is Role.TEXT and _TIMED.match(value):
            return False
        wordings = (_NEED, _OPEN, *((_OF_A_THING, _SELECTING, _LEFT_OPEN) if above.role is Role.TEXT else ()))
        if any(each.search(value) for each in wordings):
            return True
        return above.role is Role.HEADING and phrases.counted(value) > 0
    if above.role is Role.TEXT and above.block is group.options[0].line.block and not group.labels:
        return value.endswith(("は", "のは"))
    if above.role is Role.TEXT and phrases.counted(value) > 0:
        return all(option.verdict is not None for option in group.options)
    return above.role is Role.HEADING and phrases.counted(value) > 0 and _NEED.search(value) is not None


def asks_for_all(chunk: Sequence[Line], group: Group, ask: Ask, verdict: Verdict) -> bool:
    """Whether the line right above choices asks for all that hold (``…できるのは？（すべて）``).

    It asks only where the file has said what marks the right choices, as with :func:`is_wished`.
    """
    above = chunk[group.start - 1] if group.start else None
    if above is None or len(group.options) < _LEAST or not verdict.right or not ask.several or ask.wanted:
        return False
    value = phrases.bare(above.text)
    return not is_own(value) and (_FOR_THE_ONE.search(value) is not None or _FOR_A_THING.search(value) is not None)


def is_stated_above(chunk: Sequence[Line], group: Group, ask: Ask, verdict: Verdict, *, told: bool = False) -> bool:
    """Whether a line right above choices may put a question, where the file's lists of this kind are questions.

    It need not ask in so many words (``腸炎ビブリオの特徴``, ``カーソル行を削除する``), but lead on to what completes
    it; and what somebody plans, did or has to choose is none. Where the file says that a tick is the answer's
    (``told``), it may also ask how something is done.
    """
    above = chunk[group.start - 1] if group.start else None
    if above is None:
        return False
    value = phrases.bare(above.text)
    value = _HOW.sub("は?", value) if told else value
    if len(verdict.right) != (ask.wanted or phrases.so_many(value) or 1):
        return False
    return _LEADS_ON.search(value) is not None and not is_own(value)


def is_own(value: str) -> bool:
    """Whether what stands above choices is of somebody's own days: what he plans, did, likes or has to choose."""
    return any(each.search(value) for each in _OWN)


def is_stated(group: Group, verdict: Verdict) -> bool:
    """Whether the marks say in words which choice is right (``← 正解``), or the file says what its marks mean.

    Ticked boxes never do by themselves: even there a list of things to do may have one tick.
    """
    return verdict.marked and all(group.options[index].stated for index in verdict.right)


def _is_one_stated(group: Group, verdict: Verdict) -> bool:
    """Whether one of several choices is said to be right in words."""
    return len(group.options) >= _LEAST and len(verdict.right) == 1 and is_stated(group, verdict)


def is_listed(line: Line) -> bool:
    """Whether a line is one of a list, or labelled as one (statements between a question and its choices)."""
    labelled = line.role is Role.TEXT and labels.opening(line.text) is not None
    return line.role is Role.ITEM or (labelled and not phrases.is_question(line.text))


def number_of(chunk: Sequence[Line], group: Group) -> str:
    """The question's number: its first line's, or that of the line beneath its headings.

    Where an earlier question's choices stand in between, the number is that one's, and only what stands behind counts.
    """
    earlier = [at for at, line in enumerate(chunk[: group.start]) if _is_labelled_as(line, group)]
    beyond = earlier[-1] + 1 if earlier[1:] else 0
    for index, line in enumerate(chunk[beyond : group.start], beyond):
        if names_part(chunk[: group.start], index):
            continue
        number = line_number(line) or _as_heading(chunk, index)
        number = number or (own_number(line) if heads_choices(chunk, index) else "")
        if not number and line.role is Role.TEXT and group.labels:
            number = _figure(line) if _asks(line) or index + 1 == group.start else ""
        if number or line.role is not Role.HEADING:
            return number or _own_paragraphs(chunk, group)
    return ""


def names_part(chunk: Sequence[Line], index: int) -> bool:
    """Whether a heading (``第2問（三答択一）``, ``Ⅱ　…を選べ。``) numbers a part, above a question with its own."""
    heading, *beneath = chunk[index : index + 2]
    if heading.role is not Role.HEADING or not beneath or beneath[0].role is not Role.TEXT:
        return False
    if phrases.is_question(heading.text) and _asks(beneath[0]):
        return (line_number(beneath[0]) or _figure(beneath[0])) != ""
    return (phrases.numbered(heading.text) or "")[:1] in tuple("(（") and line_number(beneath[0]) != ""


def _own_paragraphs(chunk: Sequence[Line], group: Group) -> str:
    """The number that the paragraph right above choices begins with, whatever stands before it (``【1】…``)."""
    above = chunk[group.start - 1] if group.start else None
    first = next((line for line in chunk[: group.start] if above is not None and line.block is above.block), None)
    # another question's choices; 【1】 before its own words is no choice's label
    earlier = any(_is_labelled_as(line, group) for line in chunk[: group.start] if line is not first)
    if first is None or first.role is not Role.TEXT or not group.labels or earlier:
        return ""
    return line_number(first) or _figure(first)


def muddled(chunk: Sequence[Line], group: Group) -> bool:
    """Whether another question's choices stand before these, so that nobody could tell what these answer."""
    earlier = [labels.opening(line.text) for line in chunk[: group.start] if _is_labelled_as(line, group)]
    named = [label[0] for label in earlier if label]
    first = chunk[0]
    counted = phrases.numbered(first.text) is not None or phrases.counted(first.text) or first.role is Role.ITEM
    return bool(counted) and len(named) > 1 and named[:2] == group.labels[:2]


def _is_labelled_as(line: Line, group: Group) -> bool:
    label = labels.opening(line.text) if line.role is not Role.CODE else None
    return label is not None and label[0] in group.labels


def numbers_in(lines: Sequence[Line], among: Sequence[Line]) -> Iterator[str]:
    """The numbers of the questions that begin in ``lines``, the first of the lines ``among`` which they stand."""
    for index, line in enumerate(lines):
        number = line_number(line) or _as_heading(among, index)
        number = number or (own_number(line) if heads_choices(among, index) or _has_choices(line) else "")
        figure = _figure(line) if not number and line.role is Role.TEXT else ""
        if figure and _choices_follow(among, index, near=not _asks(line)):
            number = figure
        if number:
            yield number


def _has_choices(line: Line) -> bool:
    """Whether a numbered list's item asks, and has its choices on its own line (``3. …は？ a.… b.… c.…``)."""
    numbered = line.role is Role.ITEM and line.own_number is not None and line.depth == 1
    return numbered and len(list(one_choice_each([line]))) > _LEAST


def _as_heading(lines: Sequence[Line], index: int) -> str:
    """The number that is all of a heading (``### 3``), right above a line without a number of its own."""
    heading, *beneath = lines[index : index + 2]
    alone = _NUMBER_ALONE.fullmatch(phrases.bare(heading.text)) if heading.role is Role.HEADING and beneath else None
    if not alone or beneath[0].role is not Role.TEXT or phrases.number(beneath[0].text) or _figure(beneath[0]):
        return ""
    return str(int(alone["number"]))


def _figure(line: Line) -> str:
    """The number that a line begins with, which is a question's where choices stand beneath."""
    return phrases.figure(line.text)[0] or phrases.count(line.text) or phrases.part_number(line.text)


def _asks(line: Line) -> bool:
    return phrases.is_question(line.text) or phrases.has_gap(line.text)


def _choices_follow(lines: Sequence[Line], index: int, *, near: bool) -> bool:
    """Whether two choices at least stand behind a line, on it or beneath, labelled in order (``near``: right there)."""
    known: list[str] = []
    near_by = list(slashes_apart(lines[index : index + 1 + _LEAST]))
    _, *beneath = one_choice_each(near_by)  # which may stand on the line itself
    for after in beneath:
        label = _label(after, known)
        if label:
            known.append(label)
        elif near:
            break
    return len(known) > 1


def _label(line: Line, known: Sequence[str]) -> str:
    """The label by which a line goes on with a run of choices (a list's own number counts), ``""`` if it has none."""
    opened = labels.opening(line.text)
    label = opened[0] if opened else str(len(known) + 1) if line.own_number is not None else ""
    return label if label and labels.follows(known, label) else ""


def holds_choices(lines: Sequence[Line], index: int) -> bool:
    """Whether a list's item holds a list whose items are labelled, or numbered, in order: three at least.

    Deep in an outline, too, where it asks or is called a question.
    """
    line = lines[index]
    if line.role is not Role.ITEM or (line.depth != 1 and not _is_called_question(line)):
        return False
    known: list[str] = []
    for after in lines[index + 1 :]:
        if len(known) == _LEAST or after.depth <= line.depth:
            break
        label = _label(after, known) if after.role is Role.ITEM and after.depth == line.depth + 1 else ""
        if not label:
            break
        known.append(label)
    return len(known) == _LEAST


def _is_called_question(line: Line) -> bool:
    """Whether a line asks, or begins as a question does (``問: …``, ``問3 …``)."""
    return _asks(line) or phrases.named(line.text) > 0 or bool(phrases.numbered(line.text))


def heads_choices(lines: Sequence[Line], index: int) -> bool:
    """Whether a numbered list's item has lettered choices right beneath it, deeper or behind the list.

    Then it is a question, whatever its words are: a case (``6. …したい。``), a sentence with a gap. So it is where its
    number stands behind a bullet (``- 6.…したい。``).
    """
    line = lines[index]
    if line.role is not Role.ITEM or not own_number(line) or line.depth != 1:
        return False
    known: list[str] = []
    beneath = list(one_choice_each(lines[index + 1 : index + 1 + _LEAST]))[:_LEAST]
    in_row = len({after.number for after in beneath}) == 1  # 1 lucid  2 vague  3 obscure
    for after in beneath:
        mark = mark_of(after.text)
        text = after.text[mark.start :] if mark else after.text  # ◯1 右うしろ
        label = labels.opening(text) if after.role in (Role.ITEM, Role.DETAIL, Role.TEXT) else None
        if (
            label is None
            or not labels.follows(known, label[0])
            or (label[0].isdigit() and not (after.text.lstrip()[:1] in _CIRCLED or in_row or after.role is Role.DETAIL))
        ):
            return False
        if after.role is Role.ITEM and after.depth <= line.depth:
            return False
        known.append(label[0])
    return len(known) == _LEAST
