"""Whether choices belong to a question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.text import headings, legend
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import labels, phrases

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

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
_WISH = re.compile(r"(?:ます|ましょう|たい)(?:です)?か?[?。]*$")  # どの部署を希望しますか？
_FOR_THE_ONE = re.compile(r"(?:には|のは|(?<!こ)とは|ものは)\s*[?]\s*(?:[(【\[].{0,24}[)】\]])?$")
_NEED = re.compile(
    r".{12}(?:たい|たくない|必要(?:である|がある|だ|です)?|ほしい|欲しい|ほしくない|求められ(?:ている|る))"
    r"\s*(?:[(（][^()（）]{1,12}[)）])?[。]?$"
)
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
_SIGNS = ("❓", "❔")  # before what a writer calls a question: ❓ …したい。
# What leads on to the right one of the choices: …するのは, …もの（2つ）, …を表示する, …の特徴
_LEADS_ON = re.compile(
    r"(?:は|の|もの|こと|ところ|を|に|が|で|[うくすつぬむる]|削除|追加|変更|表示|特徴|役割|働き|目的|意味|原因|症状|名前|名称"
    r"|コマンド|方法|手順|条件|単位|順番?|値|何[^。、?\s]{1,6}|.{2}の[一-鿿ァ-ヺー]{1,6}|.{4}[うくすつぬむるた][一-鿿]{1,3})"
    r"\s*(?:[(（].{0,10}[)）])?[。:]?$|(?:何[^。、?]{0,8}|は|もの|の)\s*[?]\s*(?:[(（].{0,10}[)）])?$"
)
_HOW = re.compile(r"は、?どう(?!する)[^。、?]{2,8}[?]$")  # 検食はどう保存する?
_HOW_THEN = re.compile(r"(?:とき|場合)(?:は|には|に)?、?どう[^。、?]{2,8}[?。]?$")  # 宛先がないとき、どうするか
_HOW_OF_SEVERAL = re.compile(r"(?:どの|どちらの)[^。、?]{1,12}をどう[^。、?]{1,8}[?。]?$")
_SO_THAT = re.compile(r"(?<=[えけげせてねべめれな][るい])ようにする。?$")
# What somebody did: 作ったものは, 済んだこと
_DONE = re.compile(
    r"(?:(?<!誤)った|んだ|(?<![表示明適関現])した)(?:もの|こと|ところ)(?:は|を)?\s*(?:[\d一二三四五六]\s*(?:つ|個))?[。:?]*$"
)
# What somebody plans, or has to do.
_PLAN = re.compile(
    r"までに|[てで](?:おき|み|しまい|いき)たい|(?:覚え|読み|学び|見|受け|取り|買い|行き|試し|触り|やり|知り|調べ|食べ|飲み|会い|終え|終わらせ)たい"
    r"|(?:復習|勉強|学習|理解|合格|受験|挑戦|購入|暗記|克服|参加|質問|予習|提出|見直し|整理)(?:を)?し?たい"
    r"|持(?:って(?:いく|行く|くる|来る)|ち物|参)|もって(?:いく|行く|くる|来る)|買う|買い物|買いもの|やる|やること|(?:(?<![ァ-ヺー])|タスク|チェック)リスト|読む|予定|宿題|準備する|担当|会場|日程|気にな[るっ]|個人的|優先|模試(?!\s*第?\d+回?\s*(?:[-–−の]|問|Q|No\.?)\s*\d)|試験[前日当]"
)
_CHOOSING = re.compile(
    r"(?:(?:終わっ|済ん|やっ)[ただ]か?|に(?:する|しよう)(?:べき)?か?|を?買う(?:べき)?か?|が(?:いい|良い|よい)か?)[。?]?$"
)  # one's own choice
_OF_TODAY = re.compile(r"^(?:今日|昨日|明日|今夜|今朝|今週|来週|先週)は")
_OF_THESE_DAYS = re.compile(r"今[日週月年]|明日|来[週月年]|次回")
_LIKING = re.compile(r"(?:好き|嫌い|好み|お気に入り|おすすめ)(?:な|の)")
# Asked of oneself, of others or of nobody.
_IDLE = re.compile(
    r"なぜ|どうして|(?<![かぶ])どう(?!いう|いった|なる|すれば(?:よい|良い)(?:です|でしょう)か)|どれ(?:くらい|ぐらい|だけ|ほど)|(?:いい|良い|よい|好き|ほしい|欲しい|したい)(?:です)?か?[?]"
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
    called = called or (bool(group.labels) and any(line.text.lstrip(" 　*")[:1] in _SIGNS for line in near))
    counted = bool(group.labels) and any(phrases.counted(each) > 0 or phrases.figure(each)[1] > 0 for each in values)
    # An answer line gives one of the choices' own words.
    worded = not group.labels and not verdict.marked and verdict.answered and len(group.options) >= _LEAST
    if (
        called
        or (counted and stated and not verdict.marked and not done)  # 2 …を安く動かすには, whose answer is given
        or (worded and values and not planned and not done)
        or (ask.wanted == len(verdict.right) and values and len(group.options) > len(verdict.right))
    ):
        return True
    one = len(verdict.right) == 1 and len(group.options) >= _LEAST
    wanted = _FOR_THE_ONE if ticked and not counted else _FOR_A_THING  # one ✅ alone may be what somebody chose
    texts = [*values, *(line.text for line in near)]
    judged = ask.several and len(group.options) >= _LEAST and all(each.verdict is not None for each in group.options)
    return (one or judged) and any(
        wanted.search(each) or _WHAT_IT_IS_CALLED.search(each) or phrases.has_gap(each) for each in texts
    )


def _last_asked(value: str) -> str:
    """The last sentence of a text, if it asks for a thing: ``毎秒20件を読む。必要な数は？`` plans nothing."""
    said = value[value.rfind("。", 0, -1) + 1 :]
    return said if len(said) >= _LEAST and _FOR_A_THING.search(said) else value


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
    (``told``), it may also ask how something is done, or, where it marks the wrong ones too, what is done in a case.
    """
    above = chunk[group.start - 1] if group.start else None
    if above is None:
        return False
    value = phrases.bare(above.text)
    value = _HOW.sub("は?", value) if told else value
    if told and all(option.verdict is not None for option in group.options):
        value = _HOW_THEN.sub("は?", value)
    if len(verdict.right) != (ask.wanted or phrases.so_many(value) or 1):
        return False
    return _LEADS_ON.search(value) is not None and not is_own(_last_asked(value) if told else value)


def is_own(value: str) -> bool:
    """Whether what stands above choices is of somebody's own days: what he plans, did, likes or has to choose."""
    return any(each.search(value) for each in _OWN)


def is_of_these_days(value: str) -> bool:
    """Whether a text is of a time that only its writer knows, or of his liking (``来週の旅行``, ``好きな店``)."""
    return any(each.search(value) for each in (_OF_TODAY, _OF_THESE_DAYS, _LIKING))


def is_choosing(value: str) -> bool:
    """Whether what stands above choices is about what to decide for oneself (``どれにする？``)."""
    return _CHOOSING.search(_SO_THAT.sub("", value)) is not None


def is_own_case(value: str, *, planned: bool = False) -> bool:
    """Whether a case is of somebody's own days (:func:`is_own`); what is ``planned`` in it may be anybody's.

    ``どの値をどうする？`` asks for one of several, and ``…だけ読めるようにする。`` chooses nothing yet.
    """
    said = _SO_THAT.sub("", _HOW_OF_SEVERAL.sub("", value))
    return any(each.search(said) for each in _OWN if each is not _PLAN or not planned)


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
