from generator.markdown.body import parse_body
from generator.markdown.plain import plain_text


def plain(text):
    return plain_text(parse_body(text, path="x", first_line=1)[0].parts)


def test_tags_go_entities_are_resolved_mentions_stay():
    assert plain("A *b* & [[c]] < [d](/e/ 'f>g').") == ("A b & ", 0, " < d.")


def test_blocks_stand_a_space_apart():
    assert plain("# A\n\nb\nc\n\n- d\n- e\n\n| f | g |\n|---|---|\n| h | i |\n\nj\n: k") == (
        "A b c d e f g h i j k",
    )


def test_written_entities_are_not_resolved_twice():
    assert plain("`&amp;lt;` &amp;lt;") == ("&amp;lt; &lt;",)


def test_footnote_numbers_are_no_text():
    assert plain("A[^1]. B.\n\n[^1]: C.") == ("A. B. C.",)


def test_context_of_a_mention_has_no_footnote_numbers():
    prose, _ = parse_body("Then[^1] [[c]] fell.[^1] Later.\n\n[^1]: C.", path="x", first_line=1)
    assert prose.mentions[0].context == ("Then ", 0, " fell.")
