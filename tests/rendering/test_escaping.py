"""What templates print is escaped exactly as Jinja would: by a shorter way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from generator.languages.language import ENGLISH
from generator.pages.html import Html
from generator.rendering.environment import environment, escaped
from generator.rendering.settings import Settings
from generator.rendering.theme import theme_folder

TEXTS = st.text() | st.text(alphabet="&<>'\"a\x00")


@given(
    st.one_of(
        TEXTS, TEXTS.map(Markup), TEXTS.map(Html), st.integers(), st.none(), st.booleans(), st.lists(TEXTS)
    )
)
def test_every_value_is_escaped_as_markupsafe_does(value: object) -> None:
    assert escaped(value) == str(escape(value))


def test_what_is_undefined_is_still_an_error() -> None:
    with pytest.raises(UndefinedError):
        escaped(StrictUndefined(name="nobody"))


def test_templates_escape_by_it_and_leave_html_alone() -> None:
    made = environment(Settings((theme_folder(),)), ENGLISH)
    template = made.from_string(
        "{% macro of(x) %}<b title='{{ x }}'>{{ x }}</b>{% endmacro %}{{ of(plain) }}{{ html }}{{ plain ~ html }}"
    )
    assert template.render(plain="<i>&'", html=Markup("<u>")) == (
        "<b title='&lt;i&gt;&amp;&#39;'>&lt;i&gt;&amp;&#39;</b><u>&lt;i&gt;&amp;&#39;<u>"
    )
