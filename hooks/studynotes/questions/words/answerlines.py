"""Lines that give an answer (``正解：B``, ``【答】2``, ``正答率 68%　正解 C``), and lines that take it back."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from studynotes.questions.words import labels
from studynotes.questions.words.keyline import explains
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.phrases import LONGEST, bare, is_reveal, undecorated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.text.lines import Line

WORD = (  # (?-i:): kana and kanji have no capitals, which patterns that ignore case would take long to look up
    r"(?:正しい(?:答え|解答|選択肢)|正解|正答|解答|回答|答案|答え?|こたえ|せいかい|(?:結論|けつろん)(?=\s*[:：])|解(?!(?-i:[ぁ-んァ-ヺー一-鿿]))"
    r"|Correct(?:\s*_?\s*Answers?|(?=\s*[:：]\s*[(（]?[A-Ja-j1-9](?![A-Za-z0-9])))|Answers?|Ans(?:er|wer|wr|were)?|Anwser)"
)
# each such word has one of these
_OF_WORDS = ("正", "答", "解", "結論", "けつろん", "こたえ", "せいかい", "ans", "anw", "correct")
# 正しいのは, 誤っているものは, 不適切なのは: behind an arrow
_WHICH = (
    r"(?<=[→⇒]\s)(?:正しい|誤り|誤っている|間違い|間違っている|適切な|不適切な|当てはまる|該当する)(?:の|もの)?(?=は)"
)
# in two languages: 正解 / Answer, Answer (正解)
_ENGLISH = r"(?:Correct\s+)?Answers?"
_JAPANESE, _OTHER = r"(?:正解|正答|答え?)", r"\s*[/／(（]\s*"
_WORDS = rf"(?:{_ENGLISH}{_OTHER}{_JAPANESE}\s*[)）]?|{_JAPANESE}{_OTHER}{_ENGLISH}\s*[)）]?|{WORD})"
_LABEL = rf"(?:10|[1-9]|[A-Ja-j]|[{KATAKANA}]|[あ-こ]|[①-⑩])"
_ANSWER = re.compile(
    rf"(?:(?:→|⇒)\s*)?[\[【(「<〔]?\s*(?:{_WORDS}|{_WHICH})(?:\s*(?:番号|の?選択肢|肢|例|[(]\d\s*つ[)]))?\s*"
    rf"(?:[\]】>〕]\s*(?P<closed>[^\s:は=].*)"
    rf"|[\]】)」>〕]?\s*"
    rf"(?:(?:は(?!い(?:です)?[。.]?$)|[:;]|=|→|⇒|-|—|\.)+\s*(?P<payload>.*)"
    rf"|(?P<spaced>(?:(?<=\s)|(?<=[\]】)」]))(?:[(「\[]?{_LABEL}(?![A-Za-z0-9.ァ-ヺー一-鿿ぁ-で-ん]).*|(?-i:[A-J]{{2,5}})))"
    rf"|(?P<bare>[(「]?{_LABEL}[)」]?(?:\s*[,、と・&]\s*{_LABEL})*|{_LABEL}[)](?:\s+|[(]|※).*|(?<!^解)(?<![\s\[【(]解)[(「]?{_LABEL}[)」]?。.*)"
    rf"|))$",
    re.IGNORECASE,
)
_WRAPPED = re.compile(r"(?:\|\||『)\s*(?P<said>[^|『』]+?)\s*(?:\|\||』)")  # ||B||, 『B』
_BEGINS = re.compile(rf"[(「]?{_LABEL}(?![A-Za-z0-9.ァ-ヺー一-鿿ぁ-で-ん])")
# こたえ２　平均は外れ値に弱い: a label right behind the word, and set apart what explains it; not 答え１　３
_GLUED = re.compile(
    rf"(?:→[\s　]*)?(?:正解|正答|答え?|こたえ)"
    rf"(?P<label>[(（「]?(?:10|[1-9１-９]|[A-JＡ-Ｊ①-⑩])[)）」]?)(?:　|\t|\s{{2}})[\s　]*"
    rf"(?P<rest>(?![(（「]?(?:{_LABEL}|[１-９])(?:$|[)）」\s　、,，。.])).+)"
)
_SPACED = re.compile(rf"(?:(?:→|⇒)\s*)?{WORD}\s+(?P<payload>\S.*)", re.IGNORECASE)
_WORD_ALONE = re.compile(rf"[\[【(<〔]?\s*{WORD}\s*[\]】)>〕]?", re.IGNORECASE)
_SAYS_WHICH = re.compile(
    r"(?:→|⇒)\s*(?:(?P<right>正しい|適切な)|(?P<wrong>誤り|誤っている|間違い|間違っている|不適切な))(?:の|もの)?は"
)
# What the learner answered, or somebody else: never the key.
_OWN = re.compile(
    rf"(?:(?:自分|私|わたし|僕|俺|あなた|自|友人|友達|先生|みんな|妹|兄|同僚|ユーザー?)の?|選択した|選んだ|前回の?|my|your|own)\s*"
    rf"(?:{WORD}|選択|予想)|(?:自分|私|わたし|僕|俺|あなた)\s*[:：]"
    rf"|[\[【(]\s*(?:自分|私|わたし|僕|俺)(?:の?(?:{WORD}|選択|番号))?\s*[\]】)]"
    rf"|(?:自分|私|わたし|僕|俺)(?:\s+[(「]?(?:(?-i:[A-J]{{2,5}})|{_LABEL})|[(「]?(?![ぁ-ん]){_LABEL})[)」]?(?=$|[\s、,])",
    re.IGNORECASE,
)
# What else is told of a question on the line that gives its answer.
_ABOUT = re.compile(
    r"(?:出典|出所|参考|難易度|難度|分類|分野|カテゴリ|正答率|正解率|配点|出題|年度|重要度|頻出度|頻度|レベル|解いた日|日付)(?=[\s:\d]|$)|[★☆]+$"
)
_TERSE = re.compile(
    rf"A(?P<number>\d*)\s*(?:\.{{2,}}|[:：.．]|→|⇒|➡|=>|->)\s*(?P<short>.+)|=\s*(?P<equals>[(（「]?[A-Ja-j{KATAKANA}][)）」]?(?:$|\s*[(（].*))|(?:→|⇒|➡|=>|->|∴|…+|\.{{3,}})\s*(?P<alone>.+)|「(?P<quoted>.+)」|\|\|(?P<hidden>.+)\|\|"
)
# An arrow at a label, or some, set apart from what explains it: ``→ ②　両側で 5 %``, ``→①と③ 蒸気は空気より重い``
_POINTED_APART = re.compile(
    r"(?:→|⇒|➡|=>|->|∴)\s*(?:(?:[①-⑩]|[①-⑩](?:[と、,・]?[①-⑩])+(?!.*[、,]\s?[①-⑩]))\s"
    rf"|[(（]?{_LABEL}(?:[と、,・]{_LABEL})*[)）]?(?:　|\t|\s{{2}}))"
)
_POINTS = re.compile(r"^(?:→|⇒|➡|=>|->|∴)\s*")
# … or that stands in brackets before a sentence: → (B) 人が主語なので pleased。
_POINTED_BRACKETED = re.compile(rf"(?:→|⇒|➡)\s*[(（]{_LABEL}[)）][\s　]+(?![(（])\S.*[。.]")
# What the learner answered, and that it was right: 私の回答：(3) → 正解, 自分：B ○
_OWN_RIGHT = re.compile(
    rf"(?:自分|私|わたし|僕|俺|あなた)(?:の(?:{WORD}|選択))?\s*[:：]?\s*(?P<label>[(「]?(?:{_LABEL})[)」]?)\s*"
    r"(?:→|⇒|➡|=>|->|\s|[…‥.]+|、|(?=[○◯〇⭕✅]))\s*(?:[(]\s*)?(?:正解(?!は|[率])|正答|○|◯|〇|⭕|✅|合って(?:い)?た)\ufe0f?(?:です|でした|だった)?[)。!]*$"
)
# A 2, A1 3です。空気感染だから, Ａ６　３です: the letter says that this answers, a figure right behind it what
_SPOKEN = re.compile(
    rf"[AＡ][0-9０-９]{{0,3}}[\s　]+(?P<said>[(（「]?[0-9０-９{KATAKANA}①-⑩][)）」]?(?![0-9０-９.,／/]).*)"
)
_COUNTED_A = re.compile(r"[AＡ]\d{1,3}[\s　]+(?P<said>[A-Ja-j](?:$|[\s　]*[(（。].*))")  # A1 b
_TRIANGLE = re.compile(rf"^\s*[▼▽▶▷►☞👉]\ufe0f?\s*(?=[(（「]?[A-Ja-j{KATAKANA}1-9①-⑩])")  # ▼ c
_SOLVED = re.compile(r"\W{0,2}解\W.{8,}[。.]")  # 【解】…なので②。
_SIGN_A = re.compile(r"[\s　>*]*🅰\ufe0f?\s*[:：.．→]?\s*")  # the letter in a square, as flash cards have it
_BRACKETED = re.compile(rf"(?:[(（][A-Ja-j{KATAKANA}1-9][)）][\s、,]*)+")  # A: (b)
# What the learner answered, named beside the key: 正解：A（あなたの回答：D）, 正解 3、自分の解答は1 ×
_OWN_LABELS = (
    rf"\s*(?:は|[:：=])?\s*(?:{_LABEL}(?:[\s　]*[、,，・と]?[\s　]*{_LABEL})*|[未無]回答|なし)"
    r"\s*(?:[×✕☓✗✘❌○◯⭕✅]\ufe0f?|[(（]\s*(?:[×✕☓✗✘❌]\ufe0f?|不正解|誤答)\s*[)）]|不正解)?"
)
_OWN_GIVEN = (
    r"(?:(?:自分|私|わたし|僕|俺|あなた|前回|my|your)(?:の|\s)?|選択した|選んだ)\s*"
    rf"(?:解答|回答|答(?:え|(?!え))|answers?|選択肢?){_OWN_LABELS}"
)
# … or before it: あなたの回答：D（正解：A）
_OWN_FIRST = re.compile(
    rf"{_OWN_GIVEN}\s*[\s→⇒、,;/|。]*(?P<opens>\()?\s*(?=(?:正解|正答|正しい答え)\s*(?:は|[:：]))", re.IGNORECASE
)
_OWN_ASIDE = re.compile(  # 正答 1（自分：2）, 正答 B/自分 C
    rf"(?<=\S)\s*[(（【\[]\s*(?i:{_OWN_GIVEN}|回答{_OWN_LABELS})\s*[)）】\]]"
    rf"|(?<=\S)\s*[\s、,，;；/／|｜。]\s*(?i:{_OWN_GIVEN})\s*$"
    rf"|\s*[(（]\s*(?:自分|私)(?!(?:の[答解回予考選][^()（）]{{1,2}})?[)）])[^()（）]*[)）]"
    rf"|\s*[/／|｜]\s*(?:自分|私)\s*[:：]?\s*{_LABEL}(?=$|[\s　。、])"
    rf"|[\s　]+(?:my|own|自分|私)\s*[=:：]\s*{_LABEL}(?:[,、・]{_LABEL})*(?=$|[\s　。、])"  # ans=A my=B
    # … and what it was at first: 正解 ロ　※最初ニにして×
    rf"|[\s　]*[※(（]\s*(?:最初|初め|はじめ|前回)は?、?\s*{_LABEL}"
    r"(?:に(?:して|した)|を選ん[でだ]|と(?:答え|書い)[てた])、?\s*(?:[×✕☓✗]|間違え?た|ミス)[)）]?"
    # … how often it was missed: →②　月割り　ここ間違えた2回目
    r"|(?:　|\s{2,}|[\s　]*[（(※←])[\s　]*(?:ここ|これ)?、?(?:また)?"
    r"(?:間違え?|まちがえ?)た?の?[\s　]*[2-9]回目[)）]?[!！。]*$"
    # … and that it was missed before: 正解4。…←また間違えた（2にした）
    rf"|[\s　]*[←※]\s*(?:また|前も|前回も|いつも|毎回|何度も)[^←※。]{{0,6}}"
    rf"(?:間違え?|まちがえ?|ミス)(?:て?る|て?た|っ[てた])?[^←※。(（]{{0,4}}"
    rf"(?:[(（]\s*{_LABEL}(?:に(?:して|した)|を選んだ|と(?:答え|書い)た)\s*[)）])?[!！。]*$"
)
# … of which each has one of these words
_MAY_BE_OWN = re.compile(
    r"自分|私|わたし|僕|俺|あなた|前回|選択した|選んだ|回答|最初|初め|はじめ|間違|まちが|ミス"
    r"|m(?i:y)|M(?i:y)|y(?i:our)|Y(?i:our)|own"  # each begins with one certain character: found by these alone
)
_MISTAKEN = re.compile(
    rf"(?P<key>{_LABEL})[)）」]?(?P<aside>[\s　]*[←※(（][\s　]*[^←※。(（]{{0,8}}"
    r"(?:間違え|まちがえ|ミス)(?:て?る|て?た|っ[てた])[。、,，\s　(（]*"
    rf"(?P<own>{_LABEL})(?:に(?:して(?:い?た)?|した)|を?選んだ|と(?:答え|書い)た)[)）。!！]*)$"
)
_COUNTED_MISS = re.compile(r"[2-9]回目")
# Ａ．正解は2番。; 解答を見る 正解: b) 柴, where a button's words stand before what it shows
_REPLIES = re.compile(
    r"(?:[AＡ]\s*[.．:：]\s*"
    r"|(?:解答|回答|答え?|正解|解説)(?:[・と]?解説)?を?(?:見る|みる|表示(?:する)?|確認(?:する)?|開く)[\s　:：]*)"
    r"(?=(?:正解|正答|答え?)\s*(?:は|[:：]))"
)
_BACK = re.compile(r"(?:Back|裏面?)\s*:\s*(?P<payload>\S.*)", re.IGNORECASE)  # of a flash card
_SET_APART = re.compile(r"　|\t|\s{2}|[\s　]*[(（※]")
_SMALL = re.compile(r"[a-j](?:$|[\s　。（(]|[、,・と]\s*[a-j](?![a-z]))")
_QUOTED = re.compile(r"「(?P<words>[^「」]+)」が(?:正解|正答|答え)(?:です|でした|だ)?(?:。|$)")
_RIGHT_IS = re.compile(  # beneath 自分: B ✗; several, too: 正: ア・イ
    rf"正\s*:\s*(?P<payload>[(「]?{_LABEL}[)」]?(?:\s*[・,と&]\s*[(「]?{_LABEL}[)」]?)*(?:$|[\s(、。].*))"
)
_STARS = frozenset("★☆◆■●")
_STARRED = re.compile(rf"^\s*[★☆◆■●]+\s*({WORD})\s*[★☆◆■●]+\s*")
_TICKED = re.compile(r"\s*[✔✓✅☑]")
_TICKED_APART = re.compile(rf"[(（]?{_LABEL}[)）]?(?:　|\t|\s{{2}}|[(（])")  # ✅ 4　膵臓のβ細胞
_LIT = re.compile(r"(?<!=)==(?!=)([^=]+)==(?!=)")  # highlighted; not an operator
_GAP = re.compile(r"[ \u3000\t]{2,}|[\u3000\t]| [/|｜／] ")
# こたえ ③　④は…: what stands apart tells of another choice
_ENDS, _ABOUT_ANOTHER = re.compile(rf".*{_LABEL}[)」]?"), re.compile(rf"{_LABEL}[)」]?\s*[はがも]")
_LEARNERS = re.compile(r"[\[【(]?\s*(?:解答|回答|答え?)\s*[\]】)]?\s*[:：]")
_ORNAMENTS = "🎯🎉🎊🏆💡📝📖📌🔑🗳💮🌸🌟✨\ufe0f "  # that say nothing of an answer they stand behind
_SIGN = re.compile(r"[○◯〇◎△×✕☓✗✘⭕❌✅]\ufe0f?")
_REPLY = re.compile(r"[\[【(]?\s*回答")
_KEYS = re.compile(r"[\[【(]?\s*(?:正解|正答|正しい|correct)", re.IGNORECASE)
_REVISES = re.compile(
    r"^(?:正しくは|本当は)|(?:^|[(※。\s])(?:訂正|修正|誤植|誤記)\s*[:(、]"
    r"|(?:答え|(?<!不)正解|正答|解答)(?:は|が|を|も)[^。]{0,20}(?:変わ[っり]|変更|訂正|修正|誤植|誤記)"
    r"|(?:変わ[っり]|変更|訂正)[^。]{0,12}(?:答え|正解|正答|解答)は"
    r"|(?:答え|正解|正答|解答|回答)は[^。]{0,12}の誤り|(?:答え|正解|正答|解答|回答)[はが][^。]{0,6}(?:誤り|間違い|間違って|誤って)(?:でした|だった|い(?:た|まし)|らしい|のよう)|(?:できる|わかる|出る)まで保留"
    r"|^(?:訂正|修正)$|(?:結論|答え|解答|正解)は(?:次回|来週|後日|まだ|未定|次の回)"
    r"|(?:公式)?(?:解答|答え|正解)\s*[:：]?\s*(?:は|が)?\s*(?:未公開|未発表|未定)"
    rf"|(?:追記|後日|追伸)\s*[:、]?\s*[(「]?(?:[A-Ja-j1-9]|[{labels.KATAKANA}])[)」]?(?:だった|でした|が正解|です|だ)(?:$|[。!、])"
    r"|(?:やっぱり|やはり|実は|今は|現在は)[^。]{0,8}(?:答え|正解|正答)"
)
_JUDGES = re.compile(
    r"(?:判定|結果|採点|評価|正誤)\s*[:=]?\s*(?:不正解|誤り|間違い|不可|ハズレ|はずれ|[×✕☓✗✘❌△]).*"
    r"|(?:残念|惜しい|ブー).{0,16}|[×✕☓✗✘❌]?\s*(?:不正解|誤答|ハズレ|はずれ)(?:です|でした|だった)?(?:[。!]*|[。!、]\s*(?:正解|正答|答え)?[は:]?[^。]{1,24}。?)"
    r"|.{0,12}(?:間違えた|間違えました|不正解でした|外した|外れた)[。!]*|(?:wrong|incorrect)[.!]*",
    re.IGNORECASE,
)
_GRADE = re.compile(r"[→⇒➡\s×✕☓✗✘❌]*(?:残念、?)?(?:不正解|誤答|ハズレ|はずれ)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"(?:こちら|以下|下記?|次|ここ|下)(?:の(?:通り|とおり))?(?:です|に)?[。↓▼:]*")
# 問題 1（正解：B）; not 正解：巻末にあります
_INLINE_WORD = r"(?:正解|正答|解答|回答|答え?|こたえ|Correct\s+Answers?|Answers?|Ans)"
_INLINE_ANSWER = re.compile(
    rf"[(（【\[]\s*{_INLINE_WORD}\s*(?:[:：]|は)?\s*(?P<payload>[^()（）【】\[\]]+)[)）】\]]$"
    rf"|(?:　|\s{{2,}}){_INLINE_WORD}\s*[:：]\s*(?P<apart>[(（]?\S{{1,3}}[)）]?)$"
)
_AT_THE_BACK = re.compile(
    r"(?:下|末尾|最後|巻末|後ろ|うしろ|裏|別紙|別冊|次(?:の)?(?:頁|ページ))(?:に(?:あります|ある|記載)?|へ|です)?[よね]?\W*$"
)


@lru_cache(maxsize=4096)  # the same line is looked at for several patterns
def may_answer(text: str) -> bool:
    """Whether a word for an answer (:data:`WORD`) may stand in a text: most have none, and need no costlier look."""
    value = text.casefold()
    return any(word in value for word in _OF_WORDS)


@lru_cache(maxsize=4096)
def answer(text: str) -> str | None:
    """What a line gives as the answer (``""`` where it only announces it); None where it is no answer line.

    What else stands on the line, wide spaces apart, is left out: the source, how hard it is, what the learner said.
    """
    if len(text) > LONGEST:
        return None
    if (sign := _SIGN_A.match(text)) and (not text[sign.end() :].strip() or _BEGINS.match(bare(text[sign.end() :]))):
        return bare(text[sign.end() :])
    value = _main_field(text)
    if short := _BACK.fullmatch(bare(text)) or _RIGHT_IS.fullmatch(value):
        return short["payload"]
    found = _ANSWER.fullmatch(value)
    if not found and (glued := _GLUED.fullmatch(undecorated(text))):
        return f"{bare(glued['label'])}　{glued['rest']}"
    if not found or (is_reveal(value) and not value.endswith(":")):
        # 「正解」 alone is an announcement, 「解答を表示」 a button
        return "" if found and _WORD_ALONE.fullmatch(value) else None
    payload = bare((found["closed"] or found["payload"] or found["spaced"] or found["bare"] or "").lstrip("、, "))
    payload = payload.rstrip(_ORNAMENTS)
    payload = wrapped["said"] if (wrapped := _WRAPPED.fullmatch(payload)) else payload
    explains = _SOLVED.match(value) and (not _BEGINS.match(payload) or payload[1:2] in ("は", "も"))
    return None if explains else "" if _ELSEWHERE.fullmatch(payload.rstrip("▼↓ ")) else payload


def terse(text: str, known: Sequence[str]) -> str | None:
    """What a line of hardly more than a label gives: ``A6. (a)``, ``→ a``, ``「ア」``, ``||④||``, ``✔ b)``.

    ``A: 2`` only where A is no choice; an arrow or brackets only around labels, and
    nothing else but an explanation set apart (``⇒ 1)　消した``).
    """
    text = _TRIANGLE.sub("→ ", _OWN_ASIDE.sub("", text) if "自" in text or _COUNTED_MISS.search(text) else text)
    value = bare(_unlit(text))
    if spoken := _spoken(text, known):
        return spoken
    found = _TERSE.fullmatch(value)
    if known and _TICKED.match(text):
        named = labels.answer_labels(value, known)
        apart = named is not None and _TICKED_APART.match(undecorated(text)) is not None
        explained = apart and explains(named[1], known, named[0]) if named else False
        return value if named and (explained or not named[1].strip("。. 　")) else None
    if not found or not known:
        return None
    inner = (found["short"] or found["equals"] or found["alone"] or found["quoted"] or found["hidden"]).strip()
    pointed = _POINTED_APART.match(undecorated(text)) if found["alone"] else None
    if pointed:  # →①　1648: in NFKC nothing would tell the label from the figure
        inner = f"{bare(_POINTS.sub('', pointed[0]))}　{bare(undecorated(text)[pointed.end() :])}"
    named = labels.answer_labels(inner, known)
    if found["short"]:
        labelled = found["number"] or known[0] != "A" or _BRACKETED.fullmatch(inner)
        # A: b beneath a. … to d. …: of the choices' letters none is a capital
        labelled = labelled or (bool(known[2:]) and named is not None and _SMALL.match(inner) is not None)
        return inner if labelled and (named or inner) else None
    if not named:
        return None
    rest = named[1].strip("。. 　")
    set_apart = named[1].lstrip()[:1] in ("(", "「", "（", "。") or _is_set_apart(undecorated(text))
    other = labels.opening(rest) if rest[:1] == "(" else None  # (B) (C) の順
    goes_on = other is not None and other[0] in known and rest[other[1] :][:1] in tuple("のとや、,・")
    explained = set_apart and explains(named[1], known, named[0]) and not goes_on
    return inner if not rest or explained else None


def _is_set_apart(text: str) -> bool:
    """Whether behind an arrow a label is set apart from what explains it."""
    return _POINTED_APART.match(text) is not None or _POINTED_BRACKETED.fullmatch(text) is not None


def _spoken(text: str, known: Sequence[str]) -> str | None:
    """What stands behind the letter of answers and a space alone (``A 2``, ``A1 3です。…``, ``A1 b``)."""
    said = undecorated(text).strip()
    found = _COUNTED_A.fullmatch(said) if known else None
    found = found or (_SPOKEN.fullmatch(said) if known and known[0] != "A" else None)
    words = bare(found["said"]) if found else ""
    named = labels.answer_labels(words, known) if words else None
    return words if named and (not named[1].strip("。. 　") or explains(named[1], known, named[0])) else None


def commented(line: Line, known: Sequence[str]) -> str | None:
    """What a comment gives that is a label, with nothing but an explanation set apart (``<!-- b　… -->``)."""
    if not line.block.text.lstrip().startswith("<!--"):
        return None
    value = line.text.strip()
    named = labels.answer_labels(value, known) if known else None
    if not named or (named[1].strip("。. 　") and not _SET_APART.match(named[1])):
        return None
    return value if explains(named[1], known, named[0]) else None


def quoted(text: str) -> str | None:
    """The words in brackets that a line calls the answer (``「軽すぎる」が正解。…``); None on any other."""
    found = _QUOTED.match(bare(text)) if len(text) <= LONGEST else None
    return found["words"] if found else None


def spaced(text: str) -> str | None:
    """What stands behind an answer's word and a space alone (``正解 15``): an answer if it is a choice's own words."""
    found = _SPACED.fullmatch(_main_field(text)) if len(text) <= LONGEST else None
    return found["payload"].strip() if found else None


def glued(text: str) -> str:
    """The label right behind an answer's word, set apart from words (``答２　…``): a question's number may stand so."""
    found = _GLUED.fullmatch(undecorated(text)) if len(text) <= LONGEST else None
    return labels.normal(found["label"].strip("(（「)）」")) if found else ""


def has_fields(text: str) -> bool:
    """Whether more than the answer and its explanation stands on a line (``出典：…　正解：イ``)."""
    return _main_field(text) != bare(_unlit(text))


def own_right(text: str) -> str | None:
    """What the learner answered on a line that says it was right (``私の回答：(3) → 正解``); None on any other."""
    found = _OWN_RIGHT.match(bare(text)) if len(text) <= LONGEST else None
    return found["label"] if found else None


@lru_cache(maxsize=4096)
def is_own(text: str) -> bool:
    """Whether a line tells what the learner, or anybody but the book, answered."""
    value = bare(text)
    return bool(_OWN.match(value)) and not _OWN_FIRST.match(value)


def is_aside(text: str) -> bool:
    """Whether a line tells something else of a question, or of the learner (``正答率 68%``, ``分野：…``)."""
    return _is_aside(bare(text))


def word(text: str) -> str:
    """An answer line's word for the answer: ``key`` (正解), ``reply`` (回答: often the learner's), or ``answer``."""
    value = _main_field(text)
    return "key" if _KEYS.match(value) else "reply" if _REPLY.match(value) else "answer"


def says_which(text: str) -> bool | None:
    """Whether a line tells which one is right (``→ 正しいのは2``), or which is wrong (False); None if neither."""
    found = _SAYS_WHICH.match(bare(text))
    return found["right"] is not None if found else None


def revises(text: str) -> bool:
    """Whether a line takes an answer back or corrects it (``訂正：C``, ``※正しくは C``, ``答えは変わりました``)."""
    return bool(_REVISES.search(bare(text)))


def judges(text: str) -> bool:
    """Whether a line calls an answer wrong (``判定：×``, ``❌ 不正解``, ``残念、不正解でした``)."""
    return len(text) <= LONGEST and bool(_JUDGES.fullmatch(bare(text).lstrip("→⇒➡ ")))


def grades(text: str) -> bool:
    """Whether a line that calls an answer wrong grades it (``→ 不正解。…``): not that one erred (``また間違えた``)."""
    return _GRADE.match(bare(text)) is not None


def _unlit(text: str) -> str:
    """A line without the signs around what is highlighted (``==B==``)."""
    return _LIT.sub(r"\1", text) if "==" in text else text


def _without_own(text: str) -> str:
    """A line without what it tells of the learner's own answer, if that was another one."""
    text = _OWN_ASIDE.sub("", text) if _MAY_BE_OWN.search(text) else text
    found = _MISTAKEN.search(text) if "違え" in text or "がえ" in text or "ミス" in text else None
    mistaken = found is not None and labels.normal(found["key"]) != labels.normal(found["own"])
    return text[: found.start("aside")] if found and mistaken else text


@lru_cache(maxsize=4096)  # all recognisers ask of the same lines
def _main_field(text: str) -> str:
    """The line, or of one with fields the part that answers (with what explains it), in NFKC."""
    text = _without_own(_unlit(text))
    text = _STARRED.sub(r"\1 ", text) if text.lstrip()[:1] in _STARS else text
    if first := _OWN_FIRST.match(bare(text)):
        value = bare(text)[first.end() :]
        return value.removesuffix(")") if first["opens"] else value
    text = undecorated(text)[begins.end() :] if (begins := _REPLIES.match(undecorated(text))) else text
    parts = _GAP.split(undecorated(text).strip())
    if len(parts) == 1:
        return bare(text)
    fields = [bare(part) for part in parts]
    judged = any(_KEYS.match(field) for field in fields)
    while len(fields) > 1 and (_is_aside(fields[0]) or (judged and _LEARNERS.match(fields[0]))):
        fields.pop(0)
    own = any(map(_OWN.match, parts)) or bool(_KEYS.match(fields[0]))
    while len(fields) > 1 and (_is_aside(fields[-1]) or (own and _SIGN.fullmatch(fields[-1]))):
        fields.pop()  # 自分：ウ　正解：エ　×
    if len(fields) == len(parts) and _ENDS.fullmatch(fields[0]) and _ABOUT_ANOTHER.match(fields[1]):
        return f"{fields[0]}。{' '.join(fields[1:])}"
    return " ".join(fields) if len(fields) < len(parts) else bare(text)


def _is_aside(field: str) -> bool:
    return bool(_OWN.match(field) or _ABOUT.match(field))


def inline(text: str) -> tuple[str, int] | None:
    """The answer that a question's first line ends in (``問題 1（正解：B）``), and where it begins there."""
    found = _INLINE_ANSWER.search(text.rstrip())
    payload = (found["payload"] or found["apart"]).strip() if found else ""
    return (payload, found.start()) if found and not _AT_THE_BACK.search(payload) else None
