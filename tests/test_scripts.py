"""Scripts and styles as readers get them: joined, without comments, with a hint how to be compiled."""

from studynotes.publishing.scripts import compiled_at_once, joined, starting_lightly, without_comments


def test_only_comments_on_lines_of_their_own_are_left_out():
    source = "/* one\n * two */\na\n  // three\n/* four */ b /* five */\nc // six\n/**/\nd\n"
    assert without_comments(source) == "a\n/* four */ b /* five */\nc // six\nd\n"


def test_code_between_two_comments_stays():
    assert without_comments("/* a */ b\nc\n/* d */\n") == "/* a */ b\nc\n"


def test_a_script_without_a_semicolon_at_its_end_may_be_followed():
    assert joined(["(() => {})()\n", "(() => {})()\n"]) == "(() => {})()\n;\n(() => {})()\n"


def test_a_hint_to_compile_at_once_comes_first_and_the_source_map_goes():
    hinted = "//# allFunctionsCalledOnLoad\n"
    assert compiled_at_once("f();\n//# sourceMappingURL=f.js.map\n") == f"{hinted}f();\n"
    assert compiled_at_once("f();\n") == f"{hinted}f();\n"


def test_a_request_goes_out_when_the_script_is_done_and_may_be_called_off_before():
    later = "(t=>()=>{clearTimeout(t),$r.abort()})(setTimeout(()=>$r.send()))"
    assert starting_lightly("f(5),$r.send(),()=>$r.abort()})") == f"f(5),{later}}})"
    assert starting_lightly("r.send(),()=>s.abort()") == "r.send(),()=>s.abort()"


def test_links_are_made_absolute_with_the_first_click():
    with_a_click = 'document.addEventListener("click",()=>$(document).subscribe(vi),{capture:!0,once:!0})'
    assert starting_lightly("return y;$(document).subscribe(vi);let n=1") == f"return y;{with_a_click};let n=1"
