"""Quizzes as readers use them: by mouse and keyboard, again and again, in two tabs, where nothing can be stored."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from support.project import REPOSITORY

AXE = (REPOSITORY / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
NOTES = """# 学習

## 1. 一つ目

### 問題 1
空の色はどれか。

A. 赤
B. 青
C. 黄

**答え: B**

- A: 夕焼けのときだけ

### 問題 2
夜に見えるものを 2 つ選んでください。

A. 月
B. 太陽
C. 星

**答え: A, C**

### 数値

割合 = 8/15 = 0.533

## 2. 二つ目

### 問題 1
海の色はどれか。

A. 青
B. 黒

**答え: A**

## 3. 三つ目

根の（　　）は水を、（　　）は養分を運ぶ。

答え：道管、師管
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory, serve):
    from support.project import build_project, make_project  # noqa: PLC0415 (as the function-scoped fixture does)

    folder = tmp_path_factory.mktemp("quizzes")
    make_project(folder, {"a.md": NOTES}, {})
    built = build_project(folder, strict=True, config={})
    assert not built.failed, built.log
    return serve(built.site)


@pytest.fixture
def quiz_page(page, site):
    page.goto(f"{site}notes/a/1/")
    return page


def quiz(page, words):
    return page.locator(".quiz", has_text=words)


def answer(place, *labels):
    for label in labels:
        place.get_by_label(label, exact=False).check()
    place.get_by_role("button", name="解答する").click()


def stored(page):
    return page.evaluate("Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('study:')))")


def axe(page):
    page.evaluate(AXE)
    return page.evaluate("axe.run(document).then(it => it.violations.map(v => [v.id, v.nodes.map(n => n.html)]))")


def test_a_right_answer(quiz_page):
    place = quiz(quiz_page, "空の色")
    answer(place, "青")
    expect(place.get_by_role("status")).to_have_text("正解です。")
    expect(place.locator(".correct")).to_contain_text("あなたの解答・正解")
    expect(place.get_by_text("夕焼けのときだけ")).to_be_visible()
    expect(quiz_page.locator(".quiz-results-stats")).to_contain_text(re.compile(r"1 / 3\s*問に解答"))


def test_a_wrong_answer_shows_the_right_one_and_can_be_tried_again(quiz_page):
    place = quiz(quiz_page, "空の色")
    answer(place, "赤")
    expect(place.get_by_role("status")).to_have_text("不正解です。")
    expect(place.locator(".missed")).to_contain_text("青")
    place.get_by_role("button", name="もう一度解く").click()
    expect(place.get_by_role("status")).to_be_hidden()
    expect(place.get_by_label("赤")).to_be_focused()
    answer(place, "青")
    expect(place.get_by_role("status")).to_have_text("正解です。")


@pytest.mark.parametrize(
    ("labels", "verdict"),
    [(["月", "星"], "正解です。"), (["月"], "不正解です。"), (["月", "太陽", "星"], "不正解です。")],
)
def test_several_right_answers(quiz_page, labels, verdict):
    place = quiz(quiz_page, "夜に見える")
    answer(place, *labels)
    expect(place.get_by_role("status")).to_have_text(verdict)


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ("0.533", "正解です。"), ("０．５３３", "正解です。"), (".533", "正解です。"), ("0.53", "正解です。"),
        ("0.5333", "正解です。"), ("0.5", "不正解です。"), ("0.54", "不正解です。"), ("八分の十五", "不正解です。"),
    ],
)  # fmt: skip
def test_a_figure_to_fill_in(quiz_page, given, verdict):
    place = quiz(quiz_page, "割合")
    place.get_by_label("空欄に入る答え").fill(given)
    place.get_by_label("空欄に入る答え").press("Enter")
    expect(place.get_by_role("status")).to_contain_text(verdict)


def test_each_of_several_blanks_is_judged(quiz_page, site):
    quiz_page.goto(f"{site}notes/a/3/")
    place = quiz(quiz_page, "根の")
    first, second = (place.get_by_label(f"空欄{number}の答え") for number in (1, 2))
    first.fill("道管")
    first.press("Enter")
    expect(place.get_by_role("status")).to_have_text("空欄に答えを入力してください。")
    expect(second).to_be_focused()
    second.fill("根毛")
    second.press("Enter")
    expect(place.get_by_role("status")).to_contain_text("不正解です。正解は 道管 ／ 師管 です。")
    expect(first).to_have_class(re.compile("correct"))
    expect(second).to_have_class(re.compile("wrong"))
    quiz_page.reload()
    expect(second).to_have_value("根毛")
    place.get_by_role("button", name="もう一度解く").click()
    first.fill("道管")
    second.fill("師管")
    place.get_by_role("button", name="解答する").click()
    expect(place.get_by_role("status")).to_contain_text("正解です。")


@pytest.mark.parametrize(
    ("given", "wanted", "right"),
    [
        ("サーバ", "サーバー", True), ("ﾒﾓﾘｰ。", "メモリ", True), ("ビル", "ビール", False), ("キ", "キー", False),
        ("group  by", "GROUP BY", True), ("X−1", "x-1", True), ("v1.", "v1", True), ("v1", "v1.2", False),
    ],
)  # fmt: skip
def test_spellings_of_one_word_are_one_answer(quiz_page, given, wanted, right):
    assert quiz_page.evaluate("([given, wanted]) => studyQuiz.isRight(given, wanted)", [given, wanted]) is right


def test_an_empty_answer_is_asked_for(quiz_page):
    place = quiz(quiz_page, "空の色")
    place.get_by_role("button", name="解答する").click()
    expect(place.get_by_role("status")).to_have_text("選択肢を選んでください。")
    assert stored(quiz_page) == {}


def test_by_keyboard_alone(quiz_page):
    place = quiz(quiz_page, "空の色")
    place.get_by_label("赤").focus()
    quiz_page.keyboard.press("ArrowDown")
    expect(place.get_by_label("青")).to_be_checked()
    expect(place.get_by_role("status")).to_be_hidden()  # arrows choose, they do not answer
    quiz_page.keyboard.press("Tab")
    expect(place.get_by_role("button", name="解答する")).to_be_focused()
    quiz_page.keyboard.press("Enter")
    expect(place.get_by_role("status")).to_have_text("正解です。")
    quiz_page.keyboard.press("Enter")
    expect(place.get_by_label("赤")).to_be_focused()


def test_enter_on_a_choice_answers(quiz_page):
    place = quiz(quiz_page, "空の色")
    place.get_by_label("青").check()
    place.get_by_label("青").press("Enter")
    expect(place.get_by_role("status")).to_have_text("正解です。")


def test_answers_are_there_after_a_reload_and_gone_after_a_reset(quiz_page):
    answer(quiz(quiz_page, "空の色"), "赤")
    quiz_page.reload()
    expect(quiz(quiz_page, "空の色").get_by_role("status")).to_have_text("不正解です。")
    expect(quiz(quiz_page, "空の色").get_by_label("赤")).to_be_checked()
    quiz_page.on("dialog", lambda dialog: dialog.accept())
    quiz_page.get_by_role("button", name="このページの解答を消す").first.click()
    expect(quiz(quiz_page, "空の色").get_by_role("status")).to_be_hidden()
    assert stored(quiz_page) == {}


def test_all_answered_says_so(quiz_page):
    answer(quiz(quiz_page, "空の色"), "青")
    answer(quiz(quiz_page, "夜に見える"), "月", "星")
    quiz(quiz_page, "割合").get_by_label("空欄に入る答え").fill("1")
    quiz(quiz_page, "割合").get_by_role("button").click()
    expect(quiz(quiz_page, "割合").get_by_role("status")).to_contain_text("すべて解答しました")
    expect(quiz_page.locator(".quiz-results-complete")).to_contain_text("3 問中 2 問正解")


def test_an_answer_stays_with_its_question_when_the_notes_are_edited(page, build, serve, site):
    page.goto(f"{site}notes/a/1/")
    answer(quiz(page, "空の色"), "赤")
    answers = stored(page)
    edited = NOTES.replace(
        "## 1. 一つ目", "## 0. 新しい節\n\n### 問題 1\n草の色は？\n\nA. 緑\nB. 紫\n\n答え: A\n\n## 1. 一つ目"
    )
    after = serve(build({"a.md": edited.replace("A. 月", "A. お月さま")}).site)
    page.goto(after)
    for name, entry in answers.items():  # another server is another origin
        page.evaluate("([name, entry]) => localStorage.setItem(name, entry)", [name, entry])
    page.goto(f"{after}notes/a/1/")
    expect(quiz(page, "空の色").get_by_role("status")).to_have_text("不正解です。")
    expect(quiz(page, "夜に見える").get_by_role("status")).to_be_hidden()
    page.goto(f"{after}notes/a/0/")
    expect(quiz(page, "草の色").get_by_role("status")).to_be_hidden()


def test_an_answer_to_choices_that_are_gone_is_none(quiz_page):
    answer(quiz(quiz_page, "空の色"), "赤")
    (name,) = stored(quiz_page)
    entry = '{"right":true,"chosen":["zz"],"at":1}'
    quiz_page.evaluate("([name, entry]) => localStorage.setItem(name, entry)", [name, entry])
    quiz_page.reload()
    expect(quiz(quiz_page, "空の色").get_by_role("status")).to_be_hidden()


@pytest.mark.parametrize("entry", ["{", "7", "null", '{"right":1}'])
def test_a_corrupted_answer_is_removed_and_the_reader_told(quiz_page, entry):
    answer(quiz(quiz_page, "空の色"), "赤")
    (name,) = stored(quiz_page)
    quiz_page.evaluate("([name, entry]) => localStorage.setItem(name, entry)", [name, entry])
    quiz_page.reload()
    expect(quiz(quiz_page, "空の色").get_by_role("status")).to_be_hidden()
    expect(quiz_page.get_by_role("alert")).to_contain_text("壊れていた")
    answer(quiz(quiz_page, "空の色"), "青")
    assert json.loads(stored(quiz_page)[name])["right"] is True


@pytest.mark.parametrize("error", ["QuotaExceededError", "SecurityError"])
def test_where_nothing_can_be_stored_the_quiz_works_and_says_so(page, site, error):
    page.add_init_script(f"Storage.prototype.setItem = () => {{ throw new DOMException('', '{error}'); }};")
    page.goto(f"{site}notes/a/1/")
    answer(quiz(page, "空の色"), "青")
    expect(quiz(page, "空の色").get_by_role("status")).to_have_text("正解です。")
    expect(page.get_by_role("alert")).to_contain_text("保存できません")


def test_instant_navigation_back_and_forth_answers_once(page, site):
    page.goto(f"{site}notes/a/2/")
    for _ in range(2):
        page.get_by_role("link", name="一つ目").first.click()
        expect(quiz(page, "空の色")).to_be_visible()
        page.get_by_role("link", name="二つ目").first.click()
        expect(quiz(page, "海の色")).to_be_visible()
    answer(quiz(page, "海の色"), "黒")
    ((_, entry),) = stored(page).items()
    assert json.loads(entry)["tries"] == 1
    page.get_by_role("link", name="一つ目").first.click()
    expect(quiz(page, "空の色").get_by_role("button", name="解答する")).to_be_visible()
    page.go_back()
    expect(quiz(page, "海の色").get_by_role("status")).to_have_text("不正解です。")


def test_two_tabs_show_each_others_answers(page, site):
    page.goto(f"{site}notes/a/1/")
    other = page.context.new_page()
    other.goto(f"{site}notes/a/1/")
    answer(quiz(page, "空の色"), "青")
    expect(quiz(other, "空の色").get_by_role("status")).to_have_text("正解です。")
    answer(quiz(other, "夜に見える"), "月", "星")
    expect(quiz(page, "夜に見える").get_by_role("status")).to_have_text("正解です。")
    expect(quiz(page, "空の色").get_by_role("status")).to_have_text("正解です。")


def test_the_way_back_leads_to_the_passage(quiz_page):
    quiz(quiz_page, "夜に見える").get_by_role("link", name="ノートの箇所").click()
    expect(quiz_page.get_by_role("heading", name="問題 2")).to_be_in_viewport()


def test_without_scripts_the_answer_opens(new_page, site):
    page = new_page(java_script_enabled=False)
    page.goto(f"{site}notes/a/1/")
    place = quiz(page, "空の色")
    expect(place.get_by_role("button")).to_have_count(0)
    place.get_by_text("答えを見る").click()
    expect(place.locator("details")).to_contain_text("B 青")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_before_and_after_answering(new_page, site, scheme):
    page = new_page(color_scheme=scheme)
    page.goto(f"{site}notes/a/1/")
    assert axe(page) == []
    answer(quiz(page, "空の色"), "赤")
    answer(quiz(page, "夜に見える"), "月", "星")
    quiz(page, "割合").get_by_label("空欄に入る答え").fill("1")
    quiz(page, "割合").get_by_role("button").click()
    assert axe(page) == []
