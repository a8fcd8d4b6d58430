"""Answers told in whole sentences: with a copula behind a space, one's earlier belief, arrows within a reason."""

import pytest

from support.asking import asked, key

CHOICES = "問1 正しいものはどれか。\n\n1. 赤い石\n2. 青い石\n3. 白い石\n4. 黒い石\n\n"
GAP = "水が凍ったものは （　　） である。\n\n"
FILES = "問1 共有できるのはどれか。\n\nA. EBS\nB. EFS\nC. S3\nD. FSx\n\n"
CABLE = "4. 流せる電流は。\n   イ．19　ロ．24　ハ．27　ニ．33\n\n   "


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ("答えは 4 です。9 だと思っていました…。", [["4"]]),
        ("答えは 4 です。ずっと3だと思っていた。", [["4"]]),
        ("答えは 4 でs。重いので。", [["4"]]),
        ("答えは 4 です。4 だと思っていました", []),
        ("答えは 4 だと思っていました。", []),
        ("答えは 4 です。と思っていました。", []),
        ("答えは 4 です。でも 9 かもしれない", []),
    ],
)
def test_what_one_believed_before_is_no_doubt(said, keys):
    assert _keys(f"{CHOICES}{said}\n") == keys


@pytest.mark.parametrize("around", ["{}", ":::details 解答\n{}\n:::", "解答\n\n{}"])
@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ("答えは `ice` です。液体なら water。", [["ice"]]),
        ("答えは 氷 です。", [["氷"]]),
        ("答えは 氷 である。", [["氷"]]),
        ("答えは 氷 です。溶けると水。", [["氷"]]),
        ("答えは です。溶けると水。", []),
        ("答えは 氷 だと思う。溶けると水。", []),
        ("答えは 氷 です。水でもよい。", []),
        ("答えは 氷 です。いや、霜。", []),
    ],
)
def test_a_gap_is_filled_by_the_sentences_own_word(around, said, keys):
    assert _keys(f"{GAP}{around.format(said)}\n") == keys


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ("B　NFS→TCP", [["B"]]),
        ("B　EBS→EFS", [["B"]]),
        ("B　EBS→FSx", []),
        ("B　EC2→FSxに変更", []),
        ("B　EFS→EBS", []),
        ("B→D", []),
    ],
)
def test_an_arrow_between_words_is_a_course_unless_it_leads_to_another_choice(said, keys):
    assert _keys(f"{FILES}正解：{said}\n") == keys


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ("最初ハにして間違えた（掛け忘れ）。27×0.7＝18.9なので正しくはイ。", [["イ"]]),
        ("最初はハにして間違えた。27×0.7＝18.9なので正しくはイ。", [["イ"]]),
        ("最初イにして間違えた。27×0.7＝18.9なのでイ。", []),
        ("最初ハにして間違えた。なので正しくはハ。", []),
        ("最初ハにして間違えた。たぶん正しくはイ。", []),
        ("ハ。27×0.7＝18.9なので正しくはイ。", []),
        ("27×0.7＝18.9なので正しくはイ。", []),
    ],
)
def test_what_sets_ones_own_first_answer_right_is_the_answer(said, keys):
    assert _keys(f"{CABLE}{said}\n") == keys
