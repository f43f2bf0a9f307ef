"""Templates are translated when they are compiled: a page's own code holds no look-up."""

from __future__ import annotations

import pytest
from jinja2 import TemplateSyntaxError

from generator.languages.language import language
from generator.rendering.environment import environment
from generator.rendering.settings import Settings


def rendered(text, tag, **values):
    return made(tag).from_string(text).render(values)


def made(tag):
    return environment(Settings(()), language(tag))


def test_a_constant_is_part_of_the_text():
    assert made("ar").compile("<h2>{{ _('Sources') }}</h2>", raw=True).count("المصادر") == 1
    assert rendered("<h2>{{ _('Sources') }}</h2>", "en") == "<h2>Sources</h2>"


def test_a_block_puts_its_pieces_where_the_translation_has_them():
    text = "{% trans more=many | digits %}and {{ more }} more{% endtrans %}"
    assert rendered(text, "en", many=3) == "and 3 more"
    assert rendered(text, "ar", many=3) == "وغيرها: 3"
    assert rendered(text, "ar-SY", many=3) == "وغيرها: ٣"


def test_what_is_put_in_is_escaped_and_tags_of_the_message_are_not():
    text = (
        "{% trans %}{{ a.position }} of {{ a.length }} in the story of <bdi>{{ a.title }}</bdi>{% endtrans %}"
    )
    values = {"a": {"position": 1, "length": 2, "title": "<b>"}}
    assert rendered(text, "en", **values) == "1 of 2 in the story of <bdi>&lt;b&gt;</bdi>"


def test_other_tags_in_a_block_are_refused():
    with pytest.raises(TemplateSyntaxError, match="no other tags"):
        rendered("{% trans %}a {% if b %}c{% endif %}{% endtrans %}", "en")


def test_what_has_no_name_must_be_given_one():
    with pytest.raises(TemplateSyntaxError, match="give this a name"):
        rendered("{% trans %}a {{ f(b) }}{% endtrans %}", "en")
