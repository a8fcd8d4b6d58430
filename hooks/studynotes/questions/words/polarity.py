"""Questions that yes or no answers: which sentences are such, and what says that they are asked of a learner."""

from __future__ import annotations

import re
from functools import lru_cache

from studynotes.questions.words.phrases import has_gap, plain

_ENDS = re.compile(r"か\s?[。.?]*$")
# What asks for more than yes or no, offers alternatives, denies, proposes or wonders
_OPEN = re.compile(
    r"どれ|どの|どちら|どっち|どう|どんな|どこ|どなた|何|なに|なん[のでか]|誰|だれ|いつ|なぜ|いくつ|いくら|いずれ|それとも|または"
    r"|(?<!し)か[、,一-鿿ァ-ヺA-Z]|(?:ない|ません|ぬ)(?:の|ん)?(?:です|でしょう)?か\s?[。.?]*$"
    r"|(?:(?<!で)しょう|よう|ろう|もん|もの|っけ|のだ|んだ)か\s?[。.?]*$"
)
# What points to something that stands elsewhere
_REFERS = re.compile(r"(?:これ|それ|あれ|この|その|あの|ここ|そこ|上記|上の|以上の|前問|では|じゃあ|ちなみに|また)")
# What asks after somebody: surveys, check-ups, conversations
_PERSONAL = re.compile(
    r"あなた|貴方|(?<![一-鿿])君[はがのも]|自分|私(?![立有用法])|わたし|僕|皆さん|みなさん|御社|貴社|弊社|当社|うち[はのが]|お客"
    r"|(?:ました|だった|でした|った|した)か|[てで](?:い)?(?:ます|る|ある|あります)(?:です)?か\s?[。.?]*$|(?:済み|完了|大丈夫|OK)(?:です)?か"
)
_SUBJECT = re.compile(r"[^、。\s](?:は|が)")  # 上書きしますか: somebody is asked what he wants
_WILL = re.compile(r"(?:し|使い|用い|行い|入れ|続け)ますか\s?[。.?]*$")
_SHORTEST = 7
_CAN = re.compile(r"(?:でき(?:ます|る)|可能(?:です)?)(?:でしょう)?か\s?[。.?]*$")
_DENIED = re.compile(r"(?:ません|(?<!かも)(?<!間違い)ない|不可能?|無理)(?:です|から|ので|ため)*$")
_AFFIRMED = re.compile(r"(?:できます|できる|可能)(?:です|から|ので|ため)*$")
_MATTER = re.compile(
    r"(?:次|以下|下|上|左|右)の(?:文章|本文|英文|会話|図|表|グラフ|資料|コード|プログラム|状況|シナリオ|条件|事例|構成|設定|データ|クラス|関数|SQL)"
)
_NO_QUIZ = re.compile(
    r"FAQ|よくある|アンケート|診断|チャート|チェック(?:リスト|シート|項目)|ヒアリング|面接|面談|会話|例文|文型|文法|想定問答|点検|監査|議事録"
    r"|打ち?合わせ|ミーティング|質疑|相談|問診|フロー|判断基準|選び方|使い分け|要件|振り返り|ふりかえり|レビュー",
    re.IGNORECASE,
)
_QUIZ = re.compile(
    r"クイズ|(?:確認|練習|演習|章末|復習|理解度)(?:問題|テスト|チェック)|一問一答|小テスト|ドリル|模試|過去問|quiz",
    re.IGNORECASE,
)
# はいかいいえで答えよ, 「はい」か「いいえ」で
_BOTH = re.compile(
    r"はい[」』)]?\s*(?:か|/|・|、|または|もしくは|or)\s*[「『(]?いいえ|\bYes\b[」』]?\s*(?:か|/|・|、|または|or)\s*[「『]?No\b"
    r"|できる[」』)]?\s*(?:か|/|・|、|または)\s*[「『(]?できない",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def asks_yes_or_no(asked: str) -> bool:
    """Whether はい or いいえ alone answers a question (``S3 は…できますか？``), and whoever reads it can tell."""
    value = plain(asked).strip().replace("**", "")
    if len(value) < _SHORTEST or not _ENDS.search(value) or value.count("。") > value.endswith("。"):
        return False
    if not (_CAN.search(value) or _SUBJECT.search(value)):
        return False
    return not (_REFERS.match(value) or _OPEN.search(value) or _PERSONAL.search(value) or has_gap(value))


def can_be_done(asked: str) -> bool:
    """Whether a question asks whether something can be done: then できる and できない answer it, too."""
    return _CAN.search(plain(asked).rstrip()) is not None


def asks_for_will(asked: str) -> bool:
    """Whether a question may also be a program's or a form's (``型は使用しますか？``), which its user answers."""
    return _WILL.search(plain(asked).rstrip()) is not None


def opposes(asked: str, reason: str, *, right: bool) -> bool:
    """Whether what is said with はい denies, or with いいえ affirms that it can be done (``はい、できません``)."""
    first = plain(reason).split("。")[0].strip()
    return bool(_DENIED.search(first)) if right else can_be_done(asked) and bool(_AFFIRMED.search(first))


def points_to_matter(line: str) -> bool:
    """Whether a line says that what is asked is about a text, figure or code that stands elsewhere."""
    return _MATTER.search(plain(line)) is not None


def is_no_quiz(title: str) -> bool:
    """Whether what stands beneath a title asks and answers, but no learner (``よくある質問``, ``会話例``)."""
    return _NO_QUIZ.search(plain(title)) is not None


def is_quiz(title: str) -> bool:
    """Whether a title says that a learner is asked (``確認テスト``)."""
    return _QUIZ.search(plain(title)) is not None


def offers_both(line: str) -> bool:
    """Whether a line names both answers (``「はい」か「いいえ」で答えよ。``)."""
    return _BOTH.search(plain(line)) is not None
