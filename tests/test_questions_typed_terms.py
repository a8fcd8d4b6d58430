"""Words that withhold an answer (秘密, 確認中) are none where they are part of a term (秘密鍵, 確認応答)."""

from __future__ import annotations

import pytest

from support.asking import asked, key


def keys(answer):
    return [key(each) for each in asked(f"# N\n\n## 1. 用語\n\nこれを（　　）という。\n\n答え：{answer}\n")[0]]


@pytest.mark.parametrize(
    "term",
    [
        "秘密鍵", "循環参照", "参照整合性", "確認応答", "準備預金", "戦略", "日付変更線", "設定変更",
        "レオナルド・ダ・ヴィンチ", "ふるさと納税", "落とし穴", "取り調べ", "ログインページ", "AND", "未使用",
    ],
)  # fmt: skip
def test_a_term_is_an_answer(term):
    assert keys(term) == [[term]]


@pytest.mark.parametrize(
    "said",
    [
        "秘密", "確認中", "準備中", "表1参照", "教科書を参照", "未定", "略", "以下略", "次のページ", "以下のとおり",
        "各自調べる", "海と山", "犬・猫", "A or B", "訂正", "修正：青", "左/右",
    ],
)  # fmt: skip
def test_what_is_said_instead_of_an_answer_is_none_and_several_are_not_one(said):
    assert keys(said) == []
