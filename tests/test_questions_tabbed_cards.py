"""Cards one a line, as programs for learning write them: front, tab, back, and tags perhaps."""

import pytest

from support.asking import asked, key

HEAD = "#separator:tab\n#html:true\n"
COLOUR = "空の色はどれか。<br>1 赤<br>2 青<br>3 緑"
SHAPE = "She (   ) up the box.<br>A. picked<br>B. made<br>C. went"


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0] if question.recogniser in ("question_table", "blanks")]


@pytest.mark.parametrize(
    ("front", "back", "keys"),
    [
        (COLOUR, "2", [["2"]]),
        (COLOUR, "2<br>晴れた日に見る\t理科", [["2"]]),
        (COLOUR, "青<br>晴れた日の色", [["2"]]),
        (COLOUR, "2 青（晴れた日）", [["2"]]),
        (f'"{COLOUR}"', '"2<br>""晴れ"" の日"', [["2"]]),
        ("空の色はどれか。<div>1 赤</div><div>2 青</div><div>3 緑</div>", "2", [["2"]]),
        (SHAPE, "A", [["A"]]),
        ("水が凍ったものを（　　）という。", "氷", [["氷"]]),
        ("水が凍ったものを（　　）という。", "氷<br>冬に見る", [["氷"]]),
        (COLOUR, "", []),
        (COLOUR, "?", []),
        (COLOUR, "4", []),
        (COLOUR, "2か3", []),
        (COLOUR, "青なのか緑なのかいつも迷う。要確認", []),
        (COLOUR, "2<br>自信なし", []),
        (COLOUR, "2<br>と書いたけど正解は3", []),
        (COLOUR, "2（自分の答え）", []),
        (COLOUR, "~~2~~", []),
        ("足すと？<br>1 3<br>2 1<br>3 2", "2", []),
        ("水が凍ったものを（　　）という。", "氷<br>自信なし", []),
        ("水が凍ったものを（　　）という。", "氷<br>たぶん", []),
        ("look up to (   )", "尊敬", []),
        ("（   ）に飽きる", "tire", []),
        ("apple", "りんご", []),
    ],
)
def test_a_card_asks_what_its_back_answers(front, back, keys):
    assert _keys(f"{HEAD}{front}\t{back}\n") == keys


def test_columns_and_tags_are_what_the_file_says():
    rows = f"1月\t{COLOUR}\t2\tx\n2月\t{SHAPE}\tA\tx\n"
    assert _keys(f"{HEAD}#columns:Date\tFront\tBack\tTags\n{rows}") == [["2"], ["A"]]
    assert _keys(f"{HEAD}#columns:Date\tFront\tMine\tTags\n{rows}") == []
    told = asked(f"{HEAD}{COLOUR}\t2\tx\n{SHAPE}\tA\tx\nsky\t空\tx\n")[0]
    assert [each.explanation for each in told] == [(), ()]


def test_rows_between_tabs_are_cards_where_there_are_two_and_no_answers_of_somebody():
    rows = f"{COLOUR}\t2\n{SHAPE}\tA\n"
    assert _keys(f"単語帳から書き出した。\n\n{rows}") == [["2"], ["A"]]
    assert _keys(f"{COLOUR}\t2\n") == []
    assert _keys(f"右は自分の答え。\n\n{rows}") == []
    assert _keys(f"裏は予想で書いた。\n\n{rows}") == []
