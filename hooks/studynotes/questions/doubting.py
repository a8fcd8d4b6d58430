"""Lines that doubt an answer given above them, or give another one: then the question has no key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions import labels
from studynotes.questions.keyline import by_text
from studynotes.questions.phrases import LONGEST, bare

if TYPE_CHECKING:
    from studynotes.questions.groups import Group

_STARTS, _ENDS = (
    r"(?:^|(?<=[\s、。,.(「【\[※→⇒:／/・-]))",
    r"(?=$|[\s、。,.)」】\]!?／/・…:]|です|中|のまま|する$|とする)",
)
_ANSWER = r"(?:正解|正答|解答|回答|答え?|公式|キー)"
# The writer's own word on what stands there; 保留 only by itself: it is a subject's word, too.
_DOUBTS = re.compile(
    rf"要確認|要検証|要調査|確認(?:中|待ち)(?:$|[。)で])|{_STARTS}(?:保留|未確認|未検証|あやしい|怪しい){_ENDS}"
    rf"|{_STARTS}(?:あまり|まだ|ちょっと|少し)?自信(?:が|は|も)?(?:な[いしく]|無[いし]|ありません)"
    rf"|{_ANSWER}(?:が|は|も|に|と)?[^。、]{{0,8}}(?:怪し|あやし|疑問|疑わし|納得(?:でき|いか|が)|おかしい|食い違|矛盾|割れて|不明|合わない)"
    r"|(?:の|ん)(?:では|じゃ)(?:ない(?:の?か(?:な)?)?)?\s*[?]|(?:の|ん)(?:では|じゃ)ないか"
    r"|(?:先生|講師|教官|教授|先輩|上司|友達|友人)に(?:聞|き|確認|質問)(?:く|する|予定|いて|$)|どっち(?:が|も)?(?:正し|正解|だ|\s*[?])|(?:正しい|正解)の(?:は|が)?どっち"
    # a voice that thinks aloud: ん？　3もじゃない？, 待って、逆かも, いや負債では…
    r"|^(?:ん|え|えっ|あれ|おや|待って|まって|いや|えーと|うーん|はて|あれれ)(?=[、,.。?!…\s]|(?:[一-鿿ァ-ヺ]{1,6}では))"
    r"|(?:じゃない|ちがう|違う|逆|間違い|ミス|誤り|誤植|本当に?|ほんとに?)(?:の|か|で(?:は|しょうか))?\s*[?]"
    r"|(?:逆|ちがう|違う|間違い|誤り|誤植|変わった|変わってる|古い)(?:の)?かも|(?<![一-鿿])絶対(?!値)[^。、]{0,14}でしょ"
    r"|(?:覚えて|おぼえて)(?:い)?ない|って(?:出た|言われた|書いてあった)気が"
    r"|(?:太字|チェック|印|マーク|丸)[^。、]{0,8}(?:しただけ|つけただけ|ただけ)|どっちか(?:を)?(?:消|直)"
    # another's word, and a machine's apology
    r"|(?:友達|友人|先輩|同僚|隣の?席?|クラス)の?[^。、]{0,10}(?:では|だと|は)[^。、]{0,6}[○×✕A-Ja-jア-コ1-9](?:だった|って)"
    r"|申し訳(?:ありません|ございません)[^。]{0,12}(?:誤り|間違|訂正)"
    r"|^(?:ちがう|違う)(?=[、。!]|[一-鿿ァ-ヺ])"
    # what is to be done about it
    r"|(?:後|あと)で(?:直す|修正|貼り直|書き直)"
    r"|(?:(?:後|あと)で|(?:来週|明日|今度|週末|後日|次回)に?)(?:見直|確認|調べ|検証|聞[くい])(?!し?た)"
    # what is wrong with it
    r"|(?:写し|うつし|転記|書き写し|印刷)(?:間違|まちが|ミス|違)|取り下げ|撤回|正誤表|採点(?:から)?(?:除外|対象外)|(?:前|別|隣|次|となり)の(?:問題?|設問)[^。、]{0,20}の(?:答え|解答|正解)"
    rf"|{_ANSWER}を(?:取り?消|撤回)|不備が(?:判明|見つか|あ(?:る|り|っ))|(?:答え|解答|正解)(?:を)?写して(?:る|いる|た|しま)"
    r"|(?:^|(?<=[→。)\s]))(?:ちがった|違った|まちがってた|間違ってた)(?=[。、!]|$)"
    r"|(?:嘘|うそ|ウソ|誤り|間違い)(?:じゃ|では)な|信用(?:しない|でき(?:ない|ん)|ならない)|(?:番号|答え|解答|解説|記号|選択肢)(?:と|が|は)[^。、]{0,8}合って(?:い)?ない"
    r"|(?:計算|自分の(?:計算|答え)|検算)(?:結果)?(?:と|が|に)[^。、]{0,4}合わな"
    r"|今は(?:違う|変わ)|改正(?:より)?前の|(?:違う|変わった|変わっている)はず|押し(?:間違|まちが)|ブッブー|個人の(?:感想|意見)"
    # what is not known
    r"|どっちか(?:ひとつ|一つ|1つ)?のはず|か(?:が|は|も)?(?:わから|分から)(?:ん|ない|なかった)(?=$|[、。)])|[←⇐][^。、]{0,12}[?]|(?:計算|解き|やり)し?(?:直|なお)(?:す|そう)"
    r"|(?:言って(?:い)?た|聞いた|習った|書いてあった)(?:ような|気が)|逆のこと|(?:ノート|プリント|本|サイト|アプリ)(?:では|だと)[^。、]{0,4}[○◯〇×✕](?:$|[。、に]|だ)",
)
# ※上は自分がテストで書いた答え, ↑自分の予想: of all that stands above
_DISOWNS = re.compile(
    r"[(（]?[※*↑]*\s*(?:上|以上|ここまで|これらは?|ここより上|↑)(?:の(?:答え|解答|○×|印|マーク))?(?:は|まで)?、?(?:すべて|全部|ぜんぶ)?"
    r"[^。]{0,6}(?:自分(?:が|の|で)|予想|勘|仮|未確認|答え合わせ(?:して(?:い)?ない|前|まだ))"
)
_FOREWARNS = re.compile(
    r"[(（]?[※*↓]*\s*(?:次|↓)の?(?:問題?|は|、)[^。]{0,30}(?:怪し|あやし|間違|まちが|自信な|不明|未確認|要確認)"
)
# Another source's answer: of a vote, of a discussion, of another book, of a machine.
_ELSEWHERE = re.compile(
    r"(?P<who>[^:。]{0,24}(?:投票|多数派|多数決|票|ディスカッション|コメント欄?|みんなの?|他の?サイト|別の?サイト|別の?本|他の?本"
    r"|問題集|解説書|ネット|模範|速報|別解|別の答え|他の答え|公式|ChatGPT|生成AI|AI|Claude|Gemini|Copilot"
    r"|vote[ds]?|voting|community|discussion)[^:。]{0,20})\s*(?::|は|だと|では)\s*(?P<payload>\S.*)",
    re.IGNORECASE,
)
_VOTES = re.compile(r"(?P<payload>[A-Ja-j]{1,4})\s*\((?:100|[5-9]\d)\s*%\)")  # C (88%): what most others chose
_NAMED = re.compile(
    r"(?<!の)(?:正解|正答|答え)は[、:]?\s*[「『]?(?P<words>[^「」『』。、]{1,40}?)[」』]?"
    r"\s*(?:です|でした|だ|である|になる|になります|となる|となります)?(?:[。、]|$)"
)


def doubts(text: str) -> bool:
    """Whether a line doubts what is answered above it (``要確認、保留``, ``自信なし``, ``答えが割れている``)."""
    return len(text) <= LONGEST and bool(_DOUBTS.search(bare(text)))


def forewarns(text: str) -> bool:
    """Whether a line doubts the question that comes next (``※次のは答えが怪しい``)."""
    return len(text) <= LONGEST and bool(_FOREWARNS.match(bare(text)))


def disowns(text: str) -> bool:
    """Whether a line says of all answers above it that they are the learner's own, or not known to be right."""
    return len(text) <= LONGEST and bool(_DISOWNS.match(bare(text)))


def differs(text: str, group: Group, right: frozenset[int]) -> bool:
    """Whether a line gives another answer: what others chose (``最多投票: D``), or a choice's words."""
    if len(text) > LONGEST:
        return False
    value = bare(text)
    elsewhere = _ELSEWHERE.match(value) or _VOTES.fullmatch(value)
    named = labels.answer_labels(elsewhere["payload"], group.labels) if elsewhere and group.labels else None
    if named and frozenset(group.labels.index(label) for label in named[0]) != right:
        return True
    said = (by_text(found["words"].strip(), group) for found in _NAMED.finditer(value))
    return any(found is not None and not found & right for found in said)
