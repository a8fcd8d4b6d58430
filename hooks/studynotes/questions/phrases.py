"""The few phrases by which writers of notes mark questions, answers and verdicts; one pattern each, all in one place.

They are words about questions (正解, 問題, 選択肢), not words of any subject. Patterns see lines whose
decoration is gone (:func:`bare`), in NFKC form.
"""

from __future__ import annotations

import re
import unicodedata

_DECORATION = re.compile(r"^[\s#>*_~`・•‣▪■□◆◇●○◎▶▷►👉★☆※-]+|[\s*_~`]+$")

_RIGHT = True  # a verdict
RIGHT_MARKS = "✓✔✅☑⭕◯〇"
WRONG_MARKS = "✗✘❌✖❎"

# A question begins: 問題 3, Q12., 問1:, 設問２, 第 4 問, Question 5, 例題 (1)
_NUMBERED = re.compile(
    r"(?:問題|設問|例題|演習|練習問題|問|Q|Question|Quiz|クイズ)\s*[.:#-]?\s*[(]?\d+(?:\s*[-–.]\s*\d+)*[)]?\s*(?:問目?)?"
    r"|第\s*\d+\s*問"
    r"|(?:問題|設問)(?=\s*[:】]|$)",
    re.IGNORECASE,
)
_QUESTION_END = re.compile(
    r"(?:[?]|(?<![確僅静豊明らほな])か|選べ|答えよ|述べよ|選択せよ|(?:選び|答え|選択し)なさい|選ぶもの"
    r"|(?:選択|選んで|答えて|回答)(?:して)?ください)[。.]?\s*(?:[(【\[].{0,24}[)】\]])?\s*[。.?:]?$"
)
_SELECTS = re.compile(r"どれ|どの|いずれ|何を|選|次のうち|適切なもの|正しいもの")
_HOW_MANY = re.compile(
    r"(?P<figure>\d+|[一二三四五六])\s*(?:つ|個|択)(?:の[^。、]{0,12})?\s*(?:を|だけ)?\s*(?:選|答え|挙げ|回答)"
)
_KANJI = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
# Lines that only say what follows.
_CAPTION = re.compile(
    r"[\[【(<]?\s*(?:選択肢|質問|シナリオ|問題文?|設問|問い?|Question|Options|Choices|Scenario)\s*[\]】)>]?\s*[:]?",
    re.IGNORECASE,
)

_ANSWER_WORD = r"(?:正解|正答|解答|回答|答え?|こたえ|Correct\s+Answers?|Answers?|Ans)"
_ANSWER = re.compile(
    rf"[\[【(「]?\s*{_ANSWER_WORD}(?:\s*(?:番号|の?選択肢|肢|例))?\s*[\]】)」]?\s*"
    rf"(?:(?:は|:|=|→|⇒|-|—)+\s*(?P<payload>.*)|(?P<bare>[(「]?[A-J\dア-コ①-⑩][)」]?(?:\s*[,、と・&]\s*[A-J\dア-コ①-⑩])*)|)$",
    re.IGNORECASE,
)
_ANSWER_LIST = re.compile(
    rf"(?:[^。?]{{0,12}}の)?{_ANSWER_WORD}(?:\s*(?:一覧|集|編|と解説|・解説|合わせ|[Kk]ey))?\s*:?", re.IGNORECASE
)
_EXPLANATION = re.compile(
    r"[\[【(]?\s*(?:解説|説明|ポイント|理由|補足|Explanation|Reason)[^:。]{0,12}[\]】)]?\s*[:]?$", re.IGNORECASE
)
_NOTICE = re.compile(
    r"(?:正解|不正解|回答は(?:不?正解)です|あなたの(?:回答|答え).{0,12}|Correct|Incorrect|スキップ(?:済み)?|未回答)[。:]?",
    re.IGNORECASE,
)
_REVEAL = re.compile(r"(?:解答|答え?|正解|回答|解説)(?:と解説|を?(?:表示|見る|確認|開く))?(?:する)?", re.IGNORECASE)

_WRONG_SUFFIX = r"(?:不正解|誤り|間違い|不適切|誤答|×)"
_TRAILING_VERDICT = re.compile(
    rf"\s*(?:[(\[【]\s*(?P<inside>{_WRONG_SUFFIX}|正解|正答|Correct|Incorrect|Wrong)\s*[)\]】]|(?:←|⇐|<-|<--)\s*(?P<arrow>{_WRONG_SUFFIX}|正解|正答|これが正解))\s*$",
    re.IGNORECASE,
)
_LABEL_VERDICT = re.compile(
    r"(?:選択肢|オプション|^|[\s。、,(「])\s*(?P<label>[A-J]|\d|[ア-コ])\s*[)」]?\s*(?:は|が|も|:)\s*"
    r"(?P<verdict>不正解|誤り|間違い|間違って|正解|正しい|正答)"
    r"(?P<not>では(?:ありません|ない)|じゃない)?(?!に見え|のよう|かも|の可能|とは限|と思|[率例者者])",
    re.MULTILINE,
)  # fmt: skip
_RIGHT_LABELS = re.compile(
    r"(?:正解|答え|正答)は\s*(?:選択肢)?\s*[「(]?(?P<label>[A-J]|\d(?!\d|\s*[つ個種件分]))[」)]?(?=\s*(?:です|でした|。|になり|となり|である|だ|,|、|$))"
)


def plain(text: str) -> str:
    """NFKC, for matching only."""
    return unicodedata.normalize("NFKC", text)


def bare(text: str) -> str:
    """A line without its decoration, and NFKC: for matching."""
    return undecorated(plain(text))


def undecorated(text: str) -> str:
    """A line without leading marks and emoji, and without emphasis; its words as they are written."""
    value = text.replace("**", "").replace("__", "")
    previous = None
    while previous != value:
        previous = value
        value = _DECORATION.sub("", value)
        while value and unicodedata.category(value[0]) in ("So", "Cf", "Mn", "Sk"):
            value = value[1:]
    return value


def _as_written(text: str, ending: str) -> str:
    """The end of ``text`` that reads ``ending`` in NFKC, as it is written."""
    words = undecorated(text).rstrip()
    for length in range(len(words) + 1):
        if plain(words[len(words) - length :]).strip() == ending:
            return words[len(words) - length :].strip()
    return ending


def numbered(text: str) -> str | None:
    """What stands after a question's number (``""`` if nothing does); None where the line does not begin with one."""
    value = bare(text)
    found = _NUMBERED.match(value)
    if not found:
        return None
    rest = value[found.end() :]
    if rest and not re.match(r"[\s.:)\]】、。-]", rest):
        return None
    return _as_written(text, rest.lstrip(" .:)]】、。-\u3000").strip())


def number(text: str) -> str:
    """A question's number (``12``, ``1-1``); ``""`` where the line does not begin with one."""
    found = _NUMBERED.match(bare(text)) if numbered(text) is not None else None
    figures = re.search(r"\d+(?:\s*[-–.]\s*\d+)*", found.group()) if found else None
    return re.sub(r"\s*[-–.]\s*", "-", figures[0]) if figures else ""


def is_answer_list(text: str) -> bool:
    """Whether a heading says that answers follow (``解答``, ``正解一覧``, ``クイズの答え``)."""
    return bool(_ANSWER_LIST.fullmatch(bare(text)))


def without_caption(text: str) -> int:
    """Where a line's words begin after 「解説:」 or the like; 0 where it has no such beginning."""
    found = re.match(r"\s*(?:解説|説明|ポイント|理由|補足)\s*[:：]\s*(?=\S)", text)
    return found.end() if found else 0


def is_question(line: str) -> bool:
    """Whether a line ends as a question does."""
    value = bare(line).replace("*", "")
    return bool(_QUESTION_END.search(value))


def selects(line: str) -> bool:
    """Whether a question asks for one of several (``どれですか``), not for an explanation (``とは？``)."""
    return bool(_SELECTS.search(plain(line)))


def how_many(text: str) -> int | None:
    """How many choices the question wants (``（2 つ選択）``), if it says so."""
    found = _HOW_MANY.search(plain(text))
    if not found:
        return None
    figure = found["figure"]
    return _KANJI.get(figure) or int(figure)


def is_caption(line: str) -> bool:
    """Whether a line only announces the next (``選択肢:``, ``質問:``)."""
    return bool(_CAPTION.fullmatch(bare(line)))


def is_notice(line: str) -> bool:
    """Whether a line is a quiz site's own word (``回答は不正解です``) that came along when the text was copied."""
    return bool(_NOTICE.fullmatch(bare(line)))


def is_reveal(line: str) -> bool:
    """Whether a line is a button's or summary's label (``解答を表示``)."""
    return bool(_REVEAL.fullmatch(bare(line)))


def is_explanation(line: str) -> bool:
    """Whether a line announces an explanation (``**解説:**``)."""
    return bool(_EXPLANATION.fullmatch(bare(line)))


def answer(line: str) -> str | None:
    """What a line gives as the answer (``""`` where it only announces it); None where it is no answer line."""
    value = bare(line)
    found = _ANSWER.fullmatch(value)
    if not found or (is_reveal(value) and not value.endswith(":")):
        # 「正解」 alone is an announcement, 「解答を表示」 a button
        return "" if found and re.fullmatch(rf"[\[【(]?\s*{_ANSWER_WORD}\s*[\]】)]?", value, re.IGNORECASE) else None
    payload = found["payload"] if found["payload"] is not None else (found["bare"] or "")
    return bare(payload)


def verdict_at_end(text: str) -> tuple[bool, int] | None:
    """Whether a choice's text ends in a verdict, which, and where the words before it end."""
    value = text.rstrip()
    end = len(value)
    while end and (value[end - 1] in RIGHT_MARKS + WRONG_MARKS + "\ufe0f" or value[end - 1].isspace()):
        end -= 1
    marks = [char for char in value[end:] if char in RIGHT_MARKS + WRONG_MARKS]
    if marks:
        return marks[0] in RIGHT_MARKS, end
    found = _TRAILING_VERDICT.search(plain(value)) if len(plain(value)) == len(value) else None
    if found:
        word = (found["inside"] or found["arrow"]).lower()
        return word in ("正解", "正答", "correct", "これが正解"), found.start()
    return None


def verdict_at_start(text: str) -> tuple[bool, int] | None:
    """Whether a choice's text begins with a verdict, which, and where the words after it begin."""
    start = 0
    mark = ""
    while start < len(text) and (text[start] in RIGHT_MARKS + WRONG_MARKS + "\ufe0f*" or text[start].isspace()):
        if text[start] in RIGHT_MARKS + WRONG_MARKS:
            mark = mark or text[start]
        start += 1
    if mark:
        return mark in RIGHT_MARKS, start
    found = re.match(r"[(\[【]\s*(正解|不正解|誤り|正答)\s*[)\]】]\s*", text)
    if found:
        return found[1] in ("正解", "正答"), found.end()
    return None


def verdicts_on_labels(text: str) -> dict[str, set[bool]]:
    """What a line of explanation says of labels: ``A は誤り`` → {"A": {False}}, ``正解は B です`` → {"B": {True}}."""
    value = plain(text).replace("**", "")
    result: dict[str, set[bool]] = {}
    for found in _LABEL_VERDICT.finditer(value):
        right = found["verdict"] in ("正解", "正しい", "正答")
        result.setdefault(found["label"], set()).add(right is not bool(found["not"]))
    for found in _RIGHT_LABELS.finditer(value):
        result.setdefault(found["label"], set()).add(_RIGHT)
    return result
