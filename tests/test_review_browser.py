"""The review page: filters, what was missed, a whole mock exam, files of progress, thousands of questions."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from support.project import REPOSITORY

AXE = (REPOSITORY / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
COLOURS = {"空": "青", "草": "緑", "雪": "白", "炭": "黒"}
SECTION = "\n## {}. {}\n\n### 問題 1\n{}の色はどれか。\n\nA. {}\nB. 桃\n\n**答え: A**\n\n- B: 桃の実の色\n"
NOTES = "# 学習\n" + "".join(
    SECTION.format(number, thing, thing, colour) for number, (thing, colour) in enumerate(COLOURS.items(), 1)
)
EDITORIAL = 'sections: {"1": {topics: [外]}, "2": {topics: [外]}, "3": {topics: [冬]}, "4": {topics: [冬]}}'


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    from support.project import build_project, make_project  # noqa: PLC0415 (as the function-scoped fixture does)

    folder = tmp_path_factory.mktemp("review")
    make_project(folder, {"a.md": NOTES, "a.yml": EDITORIAL}, {})
    built = build_project(folder, strict=True, config={})
    assert not built.failed, built.log
    return built.site


@pytest.fixture(scope="module")
def site(folder, serve):
    return serve(folder)


def open_review(page, site):
    """Go to the review page, and wait until its questions are there: what is hidden before nobody can use."""
    page.goto(f"{site}review/")
    expect(page.get_by_role("heading", name="模擬試験")).to_be_visible()
    return page


@pytest.fixture
def review(page, site):
    return open_review(page, site)


def begin(page, **choices):
    form = page.locator("[data-review-form=practice]")
    for label, choice in choices.items():
        form.get_by_label(label).select_option(choice)
    form.get_by_role("button").click()


def answer(page, *, right):
    thing = page.locator(".quiz-question").inner_text()[0]
    page.get_by_label(COLOURS[thing] if right else "桃").check()


def submit(page):
    page.get_by_role("button", name="解答する").click()


def go_on(page):
    page.locator("[data-review-next]").click()


def stored(page):
    entries = page.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('study:'))")
    return {name.rsplit(":", 1)[1]: json.loads(entry) for name, entry in entries}


def test_new_questions_one_by_one_then_the_wrong_ones_again(review):
    begin(review, 対象="未解答の問題")
    for number in range(4):
        expect(review.get_by_role("heading", name=f"問題 {number + 1} / 4")).to_be_focused()
        answer(review, right=number != 2)
        submit(review)
        expect(review.locator(".quiz-feedback")).to_contain_text(
            "不正解です。次の復習は" if number == 2 else "正解です。"
        )
        expect(review.get_by_text("桃の実の色")).to_be_visible()
        go_on(review)
    expect(review.locator("[data-review-score]")).to_have_text("4 問中 3 問正解（75%）")
    expect(review.get_by_role("link", name="雪の色")).to_be_visible()
    review.get_by_role("button", name="間違えた問題をもう一度解く").click()
    expect(review.locator(".quiz-question")).to_contain_text("雪の色")
    answer(review, right=True)
    submit(review)
    go_on(review)
    expect(review.locator("[data-review-score]")).to_have_text("1 問中 1 問正解（100%）")
    review.get_by_role("button", name="復習のはじめに戻る").click()
    expect(review.get_by_role("row", name="合計")).to_have_text(re.compile(r"合計\s*4\s*4\s*4\s*0"))


def test_filters_by_topic_and_by_what_was_answered(review):
    form = review.locator("[data-review-form=practice]")
    form.get_by_label("対象").select_option("すべての問題")
    form.get_by_label("話題").select_option("冬")
    expect(form.get_by_role("button")).to_have_text("始める（2 問）")
    form.get_by_label("対象").select_option("最後に間違えた問題")
    expect(form.get_by_role("button")).to_have_text("始める（0 問）")
    form.get_by_role("button").click()
    expect(review.get_by_role("status").first).to_contain_text("当てはまる問題はありません")


def test_what_was_missed_comes_back_when_its_time_has_come(review, site):
    review.clock.install()
    begin(review, 対象="すべての問題")
    answer(review, right=False)
    submit(review)
    review.get_by_role("button", name="終わる").click()
    review.get_by_role("button", name="復習のはじめに戻る").click()
    form = review.locator("[data-review-form=practice]")
    form.get_by_label("対象").select_option("復習の時期が来た問題")
    expect(form.get_by_role("button")).to_have_text("始める（0 問）")
    review.clock.fast_forward("02:00")
    review.reload()
    expect(form.get_by_role("button")).to_have_text("始める（1 問）")
    begin(review)
    answer(review, right=True)
    submit(review)
    (entry,) = stored(review).values()
    assert entry["card"]["reps"] == 2
    assert (entry["right"], entry["tries"], entry["misses"]) == (True, 2, 1)


def test_a_miss_on_a_page_of_notes_is_due_at_once(page, site):
    page.goto(f"{site}notes/a/1/")
    page.get_by_label("桃").check()
    submit(page)
    page.goto(f"{site}review/")
    expect(page.locator("[data-review-form=practice]").get_by_role("button")).to_have_text("始める（1 問）")
    expect(page.get_by_role("row", name="外")).to_have_text(re.compile(r"外\s*2\s*1\s*0\s*1"))


def test_a_whole_mock_exam_with_score_by_topic(review):
    form = review.locator("[data-review-form=exam]")
    form.get_by_label("問題数").fill("4")
    form.get_by_role("button").click()
    for number in range(4):
        expect(review.get_by_role("heading", name=f"模擬試験 {number + 1} / 4")).to_be_focused()
        expect(review.get_by_role("button", name="解答する")).to_be_hidden()
        snow = "雪" in review.locator(".quiz-question").inner_text()
        if not snow:  # left unanswered
            answer(review, right=True)
        expect(review.locator(".quiz-verdict")).to_have_count(0)
        if number == 1:
            review.get_by_role("button", name="前の問題").click()
            go_on(review)
            expect(review.locator("[data-review-question] input:checked")).to_have_count(0 if snow else 1)
        go_on(review)
    expect(review.get_by_role("heading", name="結果")).to_be_focused()
    expect(review.locator("[data-review-score]")).to_have_text("4 問中 3 問正解（75%）")
    expect(review.get_by_role("row", name="外")).to_have_text(re.compile(r"外\s*2\s*2\s*100%"))
    expect(review.get_by_role("row", name="冬")).to_have_text(re.compile(r"冬\s*2\s*1\s*50%"))
    assert len(stored(review)) == 3


def test_an_exam_ends_when_its_time_is_up(review):
    review.clock.install()
    form = review.locator("[data-review-form=exam]")
    form.get_by_label("問題数").fill("2")
    form.get_by_label("制限時間").fill("1")
    form.get_by_role("button").click()
    expect(review.get_by_role("timer")).to_have_text("残り 1:00")
    answer(review, right=True)
    review.clock.run_for(61_000)
    expect(review.locator("[data-review-score]")).to_have_text("2 問中 1 問正解（50%）")


def test_progress_goes_out_to_a_file_and_comes_back(review, new_page, site, tmp_path):
    begin(review, 対象="すべての問題")
    answer(review, right=False)
    submit(review)
    before = stored(review)
    review.get_by_role("button", name="終わる").click()
    review.get_by_role("button", name="復習のはじめに戻る").click()
    with review.expect_download() as download:
        review.get_by_role("button", name="成績をファイルに書き出す").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    other = open_review(new_page(), site)
    other.get_by_label("成績のファイルを読み込む").set_input_files(file)
    expect(other.get_by_role("status").first).to_have_text("1 問の成績を読み込みました。")
    assert stored(other) == before
    other.on("dialog", lambda dialog: dialog.accept())
    other.get_by_role("button", name="成績をすべて消す").click()
    expect(other.get_by_role("status").first).to_have_text("成績を消しました。")
    assert stored(other) == {}


@pytest.mark.parametrize("content", ["", "[]", "{", '{"kind": "other"}', '{"kind": "study-progress", "answers": null}'])
def test_another_file_is_refused(review, tmp_path, content):
    file = tmp_path / "x.json"
    file.write_text(content, encoding="utf-8")
    review.get_by_label("成績のファイルを読み込む").set_input_files(file)
    expect(review.get_by_role("status").first).to_contain_text("読み込めません。")
    assert stored(review) == {}


def test_two_thousand_questions(page, site):
    def many(route):
        (first, *_) = route.fetch().json()
        entries = [{**first, "id": f"{number:012x}", "topics": [f"話題{number % 40}"]} for number in range(2000)]
        route.fulfill(json=entries)

    page.route("**/questions.json", many)
    page.goto(f"{site}review/")
    form = page.locator("[data-review-form=practice]")
    expect(form.get_by_role("button")).to_have_text("始める（2000 問）")
    answers = {f"{number:012x}": {"right": number % 2 == 0, "chosen": ["x"], "at": 1} for number in range(2000)}
    text = json.dumps({"kind": "study-progress", "version": 1, "answers": answers})
    page.get_by_label("成績のファイルを読み込む").set_input_files(
        {"name": "p.json", "mimeType": "application/json", "buffer": text.encode()}
    )
    expect(page.get_by_role("status").first).to_have_text("2000 問の成績を読み込みました。")
    expect(page.get_by_role("row", name="合計")).to_have_text(re.compile(r"合計\s*2000\s*2000\s*1000\s*1000"))
    begin(page, 対象="最後に間違えた問題", 順番="ランダム")
    expect(page.get_by_role("heading", name="問題 1 / 1000")).to_be_visible()


def test_it_comes_by_instant_navigation_and_works_once(page, site):
    page.goto(f"{site}notes/a/1/")
    for _ in range(2):
        page.get_by_role("link", name="復習", exact=True).first.click()
        expect(page.get_by_role("heading", name="模擬試験")).to_be_visible()
        page.go_back()
        expect(page.locator(".quiz")).to_be_visible()
    page.get_by_role("link", name="復習", exact=True).first.click()
    begin(page, 対象="すべての問題")
    answer(page, right=True)
    submit(page)
    (entry,) = stored(page).values()
    assert entry["tries"] == 1


def test_the_home_page_tells_how_far_one_has_come(page, site):
    page.goto(f"{site}notes/a/1/")
    page.get_by_label("桃").check()
    submit(page)
    page.goto(site)
    expect(page.locator(".home-progress")).to_contain_text("4 問あります。")
    expect(page.locator(".home-progress")).to_contain_text("1 問に解答し、0 問に正解しています。")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(new_page, site, scheme):
    page = new_page(color_scheme=scheme)
    page.goto(f"{site}review/")

    def axe():
        page.evaluate(AXE)
        return page.evaluate("axe.run(document).then(it => it.violations.map(v => [v.id, v.nodes.map(n => n.html)]))")

    expect(page.get_by_role("heading", name="模擬試験")).to_be_visible()
    assert axe() == []
    begin(page, 対象="すべての問題")
    answer(page, right=False)
    submit(page)
    assert axe() == []
    page.get_by_role("button", name="終わる").click()
    expect(page.get_by_role("heading", name="結果")).to_be_visible()
    assert axe() == []


def test_it_works_from_a_folder(page, folder):
    page.goto((folder / "review" / "index.html").as_uri())
    begin(page, 対象="すべての問題")
    answer(page, right=False)
    submit(page)
    expect(page.locator(".quiz-feedback")).to_contain_text("不正解です。")
    page.goto((folder / "notes" / "a" / "1" / "index.html").as_uri())
    expect(page.locator(".quiz-feedback")).to_contain_text("不正解です。")


def test_a_sentence_with_several_blanks(page, build, serve):
    built = build({"a.md": "# 学習\n\n## 1. 根\n\n根の（　　）は水を、養分は（　　）、が運ぶ。\n\n答え：道管、師管\n"})
    asking = open_review(page, serve(built.site))
    begin(asking)
    expect(asking.locator(".quiz-blank-place")).to_have_text(["", "、"])
    expect(asking.locator(".quiz-question")).to_contain_text("根のは水を、養分は、が運ぶ。")
    asking.get_by_label("空欄1の答え").fill("道管")
    submit(asking)
    expect(asking.locator(".quiz-feedback")).to_have_text("答えを選ぶか入力してください。")
    asking.get_by_label("空欄2の答え").fill("師管")
    submit(asking)
    expect(asking.locator(".quiz-feedback")).to_contain_text("正解です。")
    assert [entry["chosen"] for entry in stored(asking).values() if "chosen" in entry] == [["道管", "師管"]]
