"""Lines that doubt an answer given above them, or give another one: then the question has no key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions import labels
from studynotes.questions.keyline import by_text
from studynotes.questions.phrases import LONGEST, bare, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    r"|(?:写し|うつし|転記|書き写し|印刷)(?:間違|まちが|ミス|違)|正誤表|採点(?:から)?(?:除外|対象外)|(?:前|別|隣|次|となり)の(?:問題?|設問)[^。、]{0,20}の(?:答え|解答|正解)"
    rf"|{_ANSWER}を(?:取り?消|取り下げ|撤回)|(?:^|[\s、。(※→])(?:取り下げ|撤回)(?:する|します|した|しました|済み?)?(?=$|[。)!])|不備が(?:判明|見つか|あ(?:る|り|っ))|(?:答え|解答|正解)(?:を)?写して(?:る|いる|た|しま)"
    r"|(?:^|(?<=[→。)\s]))(?:ちがった|違った|まちがってた|間違ってた)(?=[。、!]|$)"
    r"|(?:嘘|うそ|ウソ|誤り|間違い)(?:じゃ|では)な|信用(?:しない|でき(?:ない|ん)|ならない)|(?:番号|答え|解答|解説|記号|選択肢)(?:と|が|は)[^。、]{0,8}合って(?:い)?ない"
    r"|(?:計算|自分の(?:計算|答え)|検算)(?:結果)?(?:と|が|に)[^。、]{0,4}合わな"
    r"|今は(?:違う|変わ)|改正(?:より)?前の|(?:違う|変わった|変わっている)はず|押し(?:間違|まちが)|ブッブー|個人の(?:感想|意見)"
    # what is not known
    r"|どっちか(?:ひとつ|一つ|1つ)?のはず|か(?:が|は|も)?(?:わから|分から)(?:ん|ない|なかった)(?=$|[、。)])|[←⇐][^。、]{0,12}[?]|(?:計算|解き|やり)し?(?:直|なお)(?:す|そう)"
    r"|(?:言って(?:い)?た|聞いた|習った|書いてあった)(?:ような|気が)|逆のこと|(?:ノート|プリント|本|サイト|アプリ)(?:では|だと)[^。、]{0,4}[○◯〇×✕](?:$|[。、に]|だ)",
)
_LABEL = r"(?<![A-Za-z0-9])[(「]?(?:[A-Ja-j]|[1-9]|[ア-コ]|[①-⑩])[)」]?"
# What comes to a writer's mind later.
_SECOND_THOUGHTS = re.compile(
    # a choice that is asked back, or felt: →じゃあBでは？, Dじゃない?, Cの方?, 答えC？, Cっぽい, Cでも正解
    rf"(?:の|ん)(?:では|じゃ)(?:ない(?:の?か)?)?\s*(?:[.]{{2,}}|$)|{_LABEL}\s*(?:では|じゃ|の方|のほう|だ?っけ|かな)(?:ない)?(?:の)?(?:か)?(?:な)?\s*[?]"
    rf"|(?:答え?|正解|正答)(?:は|が)?\s*{_LABEL}\s*[?]|{_LABEL}\s*(?:っぽい|らしい|だよね|だよな|じゃね|かな(?![ァ-ヺー一-鿿])|(?:のような|な)気が)"
    rf"|{_LABEL}\s*(?:も可(?!能)|でも可(?!能)|も正解|でも正解|でも(?:いい|良い|よい)(?:か|の|$|[。、?]))"
    rf"|(?:とりあえず|ひとまず|いったん|一旦)\s*{_LABEL}"
    r"|(?:どっち|どちら|どれ|何番)(?:が[^。、]{0,6}|だ|なん|だった)?(?:だ?っけ|か忘れ|かな)"
    # a remark that is nothing but doubt: （うろ覚え）, たぶん, ※仮, ???
    r"|^[(]?(?:うろ覚え|たぶん|多分|おそらく|恐らく|仮(?:の答え)?|勘|予想|推測|推定|あてずっぽう|[?]{2,})[)]?[。.!]?$"
    r"|答え合わせ(?:は|を|が)?(?:まだ|前|して(?:い)?ない|してません|できて(?:い)?ない)|納得(?:が)?(?:いか|でき)(?:ん|ない)"
    # the choices, or the question, are others than when it was written down
    r"|選択肢(?:の(?:順番?|並び順?|番号|記号))?(?:を|が|は)[^。]{0,14}(?:シャッフル|並べ替え|並び替え|並べかえ|入れ替え|入れかえ|差し替え|書き直し|書き換え|作り直し|変え|替え|変わっ|入れ替わ|抜けて|足りな|欠けて|おかし|間違)"
    rf"|選択肢\s*{_LABEL}(?:を|が)(?:直し|変え|変わ|間違)"
    r"|選択肢に(?:は)?(?:正解|答え)(?:が|は)?(?:ない|見当たらない|なかった)(?=$|[。、)])"
    r"|(?:正解|答え)(?:が|は)(?:選択肢に(?:は)?)?(?:ない|なかった|見当たらない)(?=$|[。、)])"
    r"|(?:問題文?|設問|問い|聞き方)(?:が|を)(?:変わっ|変え|書き換|書き直|差し替|直し)"
    r"|(?:答え?|正解|正答|解答)(?:の(?:番号|記号))?は[^。]{0,14}(?:元|前|旧|古い|昔|もと)[^。]{0,10}(?:の|もの)?まま|(?:番号|記号|答え?|正解|正答|解答)は(?:そのまま|元のまま|変えていない|変えてない|直していない|直してない)"
    # it was copied from another place, or is out of date
    r"|(?:別|ほか|他|前|次|となり|隣|違う)の(?:年度?|回|期|章|単元|プリント|ページ|問題集)の(?:答え?|正解|正答|解答)"
    r"|(?:これ|上の?|[↑])(?:は|、)?[^。]{0,4}(?:問|Q|第)?\s*[\d①-⑳]+(?:番|問)?の(?:答え?|正解|正答|解答)"
    r"|(?:旧|古い|以前の|昔の|改正前)[^。、]{0,8}の(?:答え?|正解|正答|解答)"
    r"|(?:答え?|正解|正答|解答)(?:が|も|の番号が)[^。]{0,8}(?:ずれて|ズレて|入れ(?:替|か)わって|逆になって)|(?:正誤|訂正)表(?:に|で|を)"
    r"|(?:答え?|正解|正答|解答)(?:が|は|も)(?:間違っ|まちがっ|誤っ|違っ|ちがっ)て(?:い)?(?:る|た|ない)|(?:答え?|正解|正答|解答)を書き(?:間違|まちが|損)"
    r"|まで(?:は|、)?保留|(?:調べて|確かめて|確認して)(?:い)?ない(?=$|[。)、])|まだ(?:調べ|確かめ|確認し)て"
)
# ※上は自分がテストで書いた答え, ↑自分の予想: of all that stands above
_DISOWNS = re.compile(
    r"[(（]?[※*↑]*\s*(?:上|以上|ここまで|これらは?|ここより上|↑)(?:の(?:答え|解答|○×|印|マーク))?(?:は|まで)?、?(?:すべて|全部|ぜんぶ)?"
    r"[^。]{0,6}(?:自分(?:が|の|で)|予想|勘|仮|未確認|答え合わせ(?:して(?:い)?ない|前|まだ))"
)
_MARK = r"(?:太字|ボールド|ハイライト|マーカー?|下線|色|印|しるし|マーク|チェック|丸|星|\[[xX]\]|[★☆●■◆▲◎⭕○◯✅✔☑✓])"
# …の太字は、漢字が…だから。答えじゃない; Q2のチェックは「見た」しるし。答えの印じゃないよ; Q4の✔は消し忘れ
_NO_ANSWERS = re.compile(
    rf"{_MARK}[^。]{{0,40}}[。]?[^。]{{0,12}}(?:答え?|正解|正答|解答)(?:の(?:{_MARK}|しるし|意味|こと))?(?:では|じゃ|とは(?:関係|限|別|違))(?:ない|なく|ありません|な|ら|$|[。、])"
    rf"|{_MARK}[^。]{{0,30}}(?:消し忘れ|消しわすれ|取り忘れ|(?:付|つ)け(?:間違|まちが|ミス|忘れ)|押し間違|間違え?て(?:付|つ)け|前の(?:答え|問題)の)"
    rf"|{_MARK}[^。]{{0,8}}(?:は|が)(?:自分|私|僕|俺|前回|\d回目)(?:の|が|で)?(?:答え|解答|回答|選択|選んだ|付け|つけ)"
    rf"|(?:答え?|正解|正答|解答)(?:では|じゃ)(?:なく|なくて)[^。]{{0,20}}(?:{_MARK}|しるし)"
)
_RENEGES = re.compile(
    r"[\s、。,.…‥・()（]*(?:これ(?:が|は|も))?(?:と(?:隣|友|思|言|書|答|考|いう人)|だと思|じゃな|ではな|不正解|[×✕✗❌]|(?:間違|まちが)(?!えやす|いやす)"
    r"|違[うっ]|ちが[うっ]|残念|はずれ|ハズレ|外れ|勘(?:$|[。)で])|予想|(?:自分|私)(?:$|[)）。の])|逆(?:$|[。だ]))"
)
_OWN_VIEW = re.compile(
    r"^\s*(?:自分|私|僕|俺|友達|友人|先輩|同僚)(?:の(?:考え|予想|意見|答え|解答))?\s*:|(?:予想|勘|考え)(?:では|だと)|たぶん|多分|おそらく|最初は"
)
_SHIFTED = re.compile(
    r"(?:まとめ|一覧|解答(?:欄|表|一覧|集)?|答え|正解|正答)(?:の(?:ほう|方|番号))?(?:が|は|も)[^。]{0,16}(?:ずれて|ズレて|ずれる|別の|違う(?:年|回|本|章))"
)
_SETTLED = re.compile(r"(?:直し|修正し|訂正し)(?:た|まし|て(?:ある|あり))|修正済|訂正済")
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
# … told of in a sentence: 去年のノートでは②。, 塾のプリントだとC, 解答集はC、先生はB
_BOOKS = re.compile(
    r"[^。、:]{0,12}(?:ノート|プリント|テキスト|教科書|参考書|資料集?|旧版|新版|前の版|塾|学校|先生|講師|動画|スライド|サイト|解説|解答集)"
    rf"(?:では|だと|によると|によれば|は)[、]?\s*(?P<payload>{_LABEL}(?:です|だ|だった|でした|とある|となっている|になってる|になっている|が正解)?)(?=$|[。、)])"
)
# … or another time's: 今はC, 改正で C になった
_NOW = re.compile(rf"(?:今|現在|いま|改正後|最新版?)(?:で)?は、?\s*(?P<payload>{_LABEL})(?=$|[。、)]|です|だ|が正解)")
_BECAME = re.compile(
    rf"(?P<payload>{_LABEL})\s*に(?:なった|なっている|なりました|変わった|変わっている|変更|訂正|改正)"
)
# … or somebody else's: 4が正しいと書いてあった
_REPORTED = re.compile(
    rf"(?P<payload>{_LABEL})\s*(?:番)?が(?:正しい|正解|正答|答え)(?:だ)?(?:と|って)(?:書|言|い[うっ]|聞|教|なって|あ[るっ]|出て)"
)
_VOTES = re.compile(r"(?P<payload>[A-Ja-j]{1,4})\s*\((?:100|[5-9]\d)\s*%\)")  # C (88%): what most others chose
_IS = (
    r"は[、:]?\s*[「『]?(?P<words>[^「」『』。、]{1,40}?)[」』]?"
    r"\s*(?:です|でした|だ|である|になる|になります|となる|となります)?(?:[。、]|$)"
)
_NAMED = re.compile(rf"(?<!の)(?:正解|正答|答え){_IS}")
_NAMED_RIGHT = re.compile(rf"(?<!の)(?:正解|正答|答え|正しいの|適切なの){_IS}")


def doubts(text: str) -> bool:
    """Whether a line doubts what is answered above it (``要確認、保留``, ``自信なし``, ``答えが割れている``)."""
    value = bare(text) if len(text) <= LONGEST else ""
    return bool(_DOUBTS.search(value) or _SECOND_THOUGHTS.search(value))


def forewarns(text: str) -> bool:
    """Whether a line doubts the question that comes next (``※次のは答えが怪しい``)."""
    return len(text) <= LONGEST and bool(_FOREWARNS.match(bare(text)))


def reneges(said: str) -> bool:
    """Whether what stands right behind an answer takes it back (``不正解。``, ``…じゃなかった``, ``と書いて×``)."""
    return len(said) <= LONGEST and bool(_RENEGES.match(plain(said)))


def unsettled(texts: Sequence[str]) -> bool:
    """Whether a line gives no answer for sure: a sentence is taken back by the next, or is somebody's own view.

    What takes it back may be the first sentence of the second of these lines (``と書いて×をもらった。``).
    """
    first, *more = [[each for each in re.split(r"(?<=。)", plain(text)) if each.strip()] for text in texts]
    beneath = (sentence for line in more for sentence in line[:1])
    behind = [*first[1:], *(sentence for sentence in beneath if sentence.lstrip()[:1] not in "×✕✗❌")]  # ❌ C: …
    return any(map(reneges, behind)) or any(map(_OWN_VIEW.search, first))


def doubts_list(text: str) -> bool:
    """Whether a line doubts a whole list of answers (``まとめが1つずれてるかも``); not that it was put right."""
    value = bare(text) if len(text) <= LONGEST else ""
    return bool(_SHIFTED.search(value)) and not _SETTLED.search(value)


def denies_marks(text: str) -> bool:
    """Whether a line says that marks are no answers, or were left by mistake (``太字は答えではない``, ``消し忘れ``)."""
    return len(text) <= LONGEST and bool(_NO_ANSWERS.search(bare(text)))


def disowns(text: str) -> bool:
    """Whether a line says of all answers above it that they are the learner's own, or not known to be right."""
    return len(text) <= LONGEST and bool(_DISOWNS.match(bare(text)))


def _told_otherwise(value: str) -> Iterator[re.Match[str]]:
    """What a line tells of other books and other times, wherever it does so."""
    for pattern in (_BOOKS, _NOW, _BECAME, _REPORTED):
        yield from pattern.finditer(value)


def differs(text: str, group: Group, right: frozenset[int], *, negative: bool) -> bool:
    """Whether a line gives another answer: what others chose (``最多投票: D``), or a choice's words."""
    if len(text) > LONGEST:
        return False
    value = bare(text)
    elsewhere = [_ELSEWHERE.match(value) or _VOTES.fullmatch(value), *_told_otherwise(value)]
    for told in elsewhere if group.labels else ():
        named = labels.answer_labels(told["payload"], group.labels) if told else None
        if named and frozenset(group.labels.index(label) for label in named[0]) != right:
            return True
    named_so = _NAMED if negative else _NAMED_RIGHT
    said = (by_text(found["words"].strip(), group) for found in named_so.finditer(value))
    return any(found is not None and not found & right for found in said)
