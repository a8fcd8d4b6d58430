"""What a writer says of answers and marks that are none: one's own, taken back at once, of a list that is shifted."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from studynotes.questions.words import labels
from studynotes.questions.words.phrases import LONGEST, bare, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

# ※上は自分がテストで書いた答え, ↑自分の予想: of all that stands above
_DISOWNS = re.compile(
    r"(?![(（※*↑\s]*(?:(?:これ|ここ|この問題?)だけ|(?:上の)?(?:問題?|Q|No\.?|第)?\s*[(]?\d{1,3}[)]?\s*(?:番|問目?)?(?:は|も|だけ)))[(（]?[※*↑]*\s*(?:上|以上|ここまで|これらは?|ここより上|↑)(?:の(?:答え|解答|○×|印|マーク))?(?:は|まで)?、?(?:すべて|全部|ぜんぶ)?"
    r"[^。]{0,6}(?:自分(?:が|の|で)|友達|友人|先輩|同僚|予想|勘|仮|未確認|答え合わせ(?:して(?:い)?ない|前|まだ))"
)
# of all answers of a file: 答えは全部自分の予想
_DISOWNS_ALL = re.compile(
    r"[(（※*]*\s*(?:(?:答え|解答|正解|○×|印|マーク)は(?:すべて|全て|全部|ぜんぶ)(?:が)?(?:自分(?:の|で|が)|自作の予想|友達の|予想|勘|仮|未確認|適当)"
    r"|(?:すべて|全て|全部)(?:自己採点|自分の(?:答え|解答|予想))(?!して(?:直|確認)))"
)
# ここから下の★は、会場で自分が塗ったところ。…合ってるかは知らない: of all that stands beneath
_NOT_YET = r"(?:まだ|前|未了|(?:して|できて|済んで|終わって)(?:い)?(?:ない|ません))"
# by itself at a file's beginning or end: 答え合わせはまだ。, まだ丸付けしていない, 答えの番号は本のまま
_UNCHECKED = re.compile(
    rf"[(（※*\s]*(?:まだ、?)?(?:自己)?(?:答え合わせ|丸(?:付|つ)け|採点|(?:答え|解答)の(?:確認|チェック))(?:は|を|が)?{_NOT_YET}"
    r"(?:です|だ|なので|ので|から)?[^。0-9]{0,12}[。)）]*"
)
_UNSURE = re.compile(
    r"[(（※*\s]*(?:(?:答え|解答|正解)は.*)?(?:答え|解答|正解)?(?:が|は)?(?:全部)?[合あ]って(?:い)?るか(?:どうか)?(?:は|も)?"
    r"(?:未確認|不明|わから(?:ない|ん)|分から(?:ない|ん)|知らない|保証(?:しない|できない))(?:です|だ)?[。)）]*"
)
_AS_BEFORE = re.compile(
    r"選択肢[^。]{0,16}(?:順|並び|番号|記号)[^。]{0,10}(?:変え|入れ替え|並べ替え|シャッフル|ばらばら|バラバラ)"
    r".*(?:答え?|正解|正答|解答)(?:の(?:番号|記号))?は[^。]{0,14}(?:まま|もの|とおり|通り)(?=$|[。、)）です])"
)
_DISOWNS_BELOW = re.compile(
    r"[(（※*↓\s]*(?:ここから(?:下|先)?|この(?:下|先)|これより下|以下|↓)の?(?P<what>[^。、はが]{0,8})(?:は|が|、)(?P<said>.*)"
)
_NOT_KNOWN = re.compile(
    r"(?:自分|私|僕|俺|友達|友人|先輩|同僚)(?:が|の|で)[^。、]{0,6}(?:塗|選|答え|つけ|付け|書い|解答|回答|予想|勘|マーク)|予想|自己採点前|答え合わせ(?:は|を|が)?(?:まだ|して(?:い)?ない|前)|正解発表(?:は|が)?(?:まだ|前|来|これから)"
    r"|(?:合って(?:い)?る|正しい)か(?:どうか)?は?(?:知らない|わからない|分からない|不明|未確認)|未確認|未採点"
)
_MARK = r"(?:太字|ボールド|ハイライト|マーカー?|下線|色|印|しるし|マーク|チェック|丸|星|\[[xX]\]|[★☆●■◆▲◎⭕○◯✅✔☑✓])"
# …の太字は、漢字が…だから。答えじゃない; Q2のチェックは「見た」しるし。答えの印じゃないよ; Q4の✔は消し忘れ
_NO_ANSWERS = re.compile(
    rf"{_MARK}[^。]{{0,40}}[。]?[^。]{{0,12}}(?:答え?|正解|正答|解答)(?:の(?:{_MARK}|しるし|意味|こと))?(?:では|じゃ|とは(?:関係|限|別|違))(?:ない|なく|ありません|な|ら|$|[。、])"
    rf"|{_MARK}[^。]{{0,30}}(?:消し忘れ|消しわすれ|取り忘れ|(?:付|つ)け(?:間違|まちが|ミス|忘れ)|押し間違|(?:間違|まちが)え?て(?:付|つ|押|入れ|打)|前の(?:答え|問題)の)"
    rf"|{_MARK}[^。]{{0,8}}(?:は|が)(?:自分|私|僕|俺|前回|\d回目)(?:の|が|で)?(?:答え|解答|回答|選択|選んだ|付け|つけ)"
    rf"|{_MARK}[^。]{{0,8}}(?:は|が)(?:仮|適当|勘|予想|とりあえず|暫定)|(?:^|[。、\s])(?:付け|つけ)(?:直|なお)(?:す|さ|そ)"
    # これだけは自分の選んだやつに印をつけた
    rf"|(?:自分|私|僕|俺)(?:の|が)選んだ[^。、]{{0,8}}に{_MARK}を?(?:つけ|付け|入れ)"
    # 太字はいつも忘れるところ: what they are for
    rf"|{_MARK}[^。、]{{0,6}}(?:は|が)[^。]{{0,8}}(?:忘れ|間違え|まちがえ|覚え|苦手|弱い|大事|大切|重要|要注意|迷)[^。]{{0,6}}"
    r"(?:ところ|とこ|もの|やつ|語句?|用語|箇所|単語|部分|ポイント)(?:です|だ)?(?=$|[。、)])"
    rf"|(?:答え?|正解|正答|解答)(?:では|じゃ)(?:なく|なくて)[^。]{{0,20}}(?:{_MARK}|しるし)"
)
_RENEGES = re.compile(
    r"[\s、。,.…‥・()（]*(?:これ(?:が|は|も))?(?:と(?:隣|友|思|言|書|答|考|いう人)|だと思|じゃな|ではな|不正解|[×✕☓✗❌]|(?:間違|まちが)(?!えやす|いやす)"
    r"|いや[、\s]*(?=[○◯〇×✕☓]|正しい|誤り|違|ちが)|[→⇒]\s*(?:だめ|ダメ)だった"
    r"|違[うっ]|ちが[うっ]|残念|はずれ|ハズレ|外れ|勘(?:$|[。)で])|予想|(?:自分|私)(?:$|[)）。の])|逆(?:$|[。だ])"
    r"|の(?:はず|つもり)だ|(?:は|が)、?(?:誤|間違|まちが|違|[×✕☓✗❌]))"
)
_OWN_VIEW = re.compile(
    r"^\s*(?:自分|私|僕|俺|友達|友人|先輩|同僚)(?:の(?:考え|予想|意見|答え|解答))?\s*:|(?:予想|勘|考え)(?:では|だと)|たぶん|多分|おそらく|最初は"
)
# … and then something else: 最初は b だと思ったが、…
_OVERCOME = re.compile(
    r"(?:^|:)\s*最初は[^。]{1,20}(?:(?:思った|考えた|選んだ|迷った|にした)(?:が|けど|けれど)"
    r"|(?:思っ|考え|選ん|し)[てで][^。]{0,6}(?:失敗|間違え|まちがえ|落とし|不正解))"
)
_MISTOOK = re.compile(
    rf"最初(?:は|に)?、?[(「]?(?P<label>10|[1-9]|[A-Ja-j]|[{labels.KATAKANA}])[)」]?(?:だ?と|を|に)(?:思っ|考え|選ん|し)[てで][^。]{{0,6}}(?:失敗|間違え|まちがえ|落とし|不正解)"
)
# above a list of answers, or beneath it: 自分で解いたものです, 公式の解答は未発表, 間違いがあるかもしれません
_OF_A_LIST = re.compile(
    r"(?:自分|私|わたし|僕|俺|友達|友人|先輩|同僚)(?:が|の|で|に)[^。、]{0,8}(?:(?:解い|考え|書い|答え)(?!て(?:から|みて|も)|合わせ|と|を)|選んだ|選択(?!肢)|作っ|聞い|解答(?!と|を|欄|用紙)|回答(?!と|を)|予想)"
    r"|^[(※↓]+\s*\d[回周度]目(?:の|に)[^。、]{0,10}(?:答え(?!合わせ)|解答|回答|選んだ)"
    r"|\d[回周度]目(?:の|に)[^。、]{0,10}(?:答え|解答|回答|選んだもの)(?:で[すあ]|だ|。|の?まま|を?(?:写|うつ))|自己流|埋めただけ|(?:勘|適当)(?:で|に)(?:答え|選|埋|書|つけ)"
    r"|(?:答え|解答|正解|正答|公式)[^。、]{0,8}(?:未発表|未公開|非公開|(?:発表|公開|公表)(?:は|が)?(?:まだ|前|待ち|されて(?:い)?(?:ない|ません))|(?:配ら|もら|出)[^。、]{0,3}て(?:い)?(?:ない|ません)|(?:が|は)(?:ない|無い)(?:ため|ので))"
    r"|非公式|自作の?(?:答え|解答)|(?:推定|暫定|仮)(?:です|の?(?:答え|解答|正解))|未確認|自己採点前|答え合わせ(?:は|を|が)?(?:まだ|前(?!に|の)|して(?:い)?(?:ない|ません))|採点前"
    r"|(?:友達|友人|先輩|同僚|隣)の(?:答え|解答|ノート)[^。、]{0,4}(?:写|うつ)"
    r"|(?:間違|まちが|誤)(?:い|え|って|り)?(?:が|も)?(?:い?る|ある|含まれる|含む|混ざ)?[^。、]{0,6}(?:かも|可能性|おそれ|恐れ)"
    r"|(?:正し|合って)[^。、]{0,6}(?:保証|か(?:どうか)?は?(?:わか[らり]|分か[らり]|不明|知[らり]))|[正確]さ?(?:性)?(?:は|の|を)?保証"
)
# ※1回目の解答: without a mark it may be the title of what follows, or of a part
_OF_A_TRY = re.compile(r"[(]?[※↑*]\s*\d[回周度]目(?:の|に)[^。、]{0,10}(?:答え|解答|回答)(?:です|だ)?[)。]*")
_SHIFTED = re.compile(
    r"(?:まとめ|一覧|解答(?:欄|表|一覧|集)?|答え|正解|正答)(?:の(?:ほう|方|番号))?(?:が|は|も)[^。]{0,16}(?:ずれて|ズレて|ずれる|別の|違う(?:年|回|本|章))"
    # by itself beneath the list: ※番号が1つずれてるかも
    r"|^[(↑\s]*(?:(?:番号|記号|順番?|全部|\d+つ|[一二]つ|ひとつ)(?:が|は)?(?:ずつ)?)*、?(?:ずれ|ズレ)て(?:い)?る(?:かも|気が|らしい|っぽい|可能性)"
    r"|(?:解答|答え|正解)(?:は|が)[^。]{0,10}(?:章|年度?|回|期|冊|ノート|プリント)(?:の|用の?)(?:もの|やつ|分|です|$|[)。])"
)
_SETTLED = re.compile(r"(?:直し|修正し|訂正し)(?:た|まし|て(?:ある|あり))|修正済|訂正済")


def mistook(text: str) -> str:
    """The label that a line says somebody took for the answer at first, and was wrong; ``""`` if it says none."""
    found = _MISTOOK.search(plain(text)) if "最初" in text and len(text) <= LONGEST else None
    return labels.normal(found["label"]) if found else ""


def denies_marks(text: str) -> bool:
    """Whether a line says that marks are no answers, or were left by mistake (``太字は答えではない``, ``消し忘れ``)."""
    return len(text) <= LONGEST and bool(_NO_ANSWERS.search(bare(text)))


def disowns(text: str) -> bool:
    """Whether a line says of all answers above it that they are the learner's own, or not known to be right."""
    return len(text) <= LONGEST and bool(_DISOWNS.match(bare(text)))


def disowns_below(text: str) -> bool:
    """Whether a line says of all answers beneath it that they are the learner's own, or not known to be right."""
    found = _DISOWNS_BELOW.match(bare(text)) if len(text) <= LONGEST else None
    return found is not None and _NOT_KNOWN.search(found["said"]) is not None


def disowns_all(text: str) -> bool:
    """Whether a line says of all answers of a file that they are the learner's own, or guesses."""
    return len(text) <= LONGEST and bool(_DISOWNS_ALL.match(bare(text)))


def is_unchecked(text: str) -> bool:
    """Whether a line by itself says that nobody has checked a file's answers yet, or that they fit other choices."""
    value = plain(text).strip() if len(text) <= LONGEST else ""
    unsure = _UNSURE.fullmatch(value) if "ってるか" in value or "っているか" in value else None
    return bool(unsure or _UNCHECKED.fullmatch(value) or ("選択肢" in value and _AS_BEFORE.search(value)))


@lru_cache(maxsize=4096)
def disowns_list(text: str) -> bool:
    """Whether a line beside a list says that its answers are somebody's own, or that nobody checked them."""
    value = bare(text) if len(text) <= LONGEST else ""
    return bool(_OF_A_LIST.search(value)) or bool(value and _OF_A_TRY.fullmatch(plain(text).strip()))


@lru_cache(maxsize=4096)
def doubts_list(text: str) -> bool:
    """Whether a line doubts a whole list of answers (``まとめが1つずれてるかも``); not that it was put right."""
    value = bare(text) if len(text) <= LONGEST else ""
    return bool(_SHIFTED.search(value)) and not _SETTLED.search(value)


def reneges(said: str) -> bool:
    """Whether what stands right behind an answer takes it back (``不正解。``, ``…じゃなかった``, ``と書いて×``)."""
    return len(said) <= LONGEST and bool(_RENEGES.match(plain(said)))


def unsettled(texts: Sequence[str]) -> bool:
    """Whether a line gives no answer for sure: a sentence is taken back by the next, or is somebody's own view.

    What takes it back may be the first sentence of the second of these lines (``と書いて×をもらった。``).
    """
    first, *more = [[each for each in re.split(r"(?<=。)", plain(text)) if each.strip()] for text in texts]
    beneath = (sentence for line in more for sentence in line[:1])
    behind = [*first[1:], *(sentence for sentence in beneath if sentence.lstrip()[:1] not in "×✕☓✗❌")]  # ❌ C: …
    return any(map(reneges, behind)) or any(
        _OWN_VIEW.search(sentence) for sentence in first if not (first[1:] and _OVERCOME.search(sentence))
    )
