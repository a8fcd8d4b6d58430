"""The file's sign of right choices on the last of them, with more of its paragraph beneath."""

from __future__ import annotations

from support.asking import asked, key

_TEXT = """\
# 石

★がついてるのが答え

## 1. 火山が作る岩はどれか。
(1) 砂岩
(2) 玄武岩{second}
(3) 石灰岩
(4) 安山岩 ★
{beneath}
"""


def test_what_stands_behind_the_sign_explains_the_choice() -> None:
    (question,), _ = asked(_TEXT.format(second="", beneath="溶岩が冷えた"))
    assert key(question) == ["4"]
    assert question.choices[3].words == ("安山岩",)
    assert question.choices[3].reasons == (("溶岩が冷えた",),)


def test_a_second_sign_counts_though_a_remark_stands_beneath_it() -> None:
    assert not asked(_TEXT.format(second=" ★", beneath="なんで2つついてるのか"))[0]
