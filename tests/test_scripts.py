"""Scripts and styles joined, without the comments that are for maintainers."""

from studynotes.publishing.scripts import joined, without_comments


def test_only_comments_on_lines_of_their_own_are_left_out():
    source = "/* one\n * two */\na\n  // three\n/* four */ b /* five */\nc // six\n/**/\nd\n"
    assert without_comments(source) == "a\n/* four */ b /* five */\nc // six\nd\n"


def test_code_between_two_comments_stays():
    assert without_comments("/* a */ b\nc\n/* d */\n") == "/* a */ b\nc\n"


def test_a_script_without_a_semicolon_at_its_end_may_be_followed():
    assert joined(["(() => {})()\n", "(() => {})()\n"]) == "(() => {})()\n;\n(() => {})()\n"
