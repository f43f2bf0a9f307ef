"""Catalogues are whole: every message of the code and the templates, none besides, none unsure, with the same places and tags."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from babel.messages.pofile import read_po

from generator.languages.language import CATALOGUES, language
from generator.languages.portable_objects import CONTEXT, read_portable_objects
from generator.rendering.messages import of_python, of_template, template_catalogue, updated

FILES = sorted(CATALOGUES.glob("*.po"))

PIECES = re.compile(r"\{\w+\}|<[^>]*>")


@pytest.fixture(scope="module")
def messages():
    return template_catalogue()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
class TestEveryCatalogue:
    def test_is_what_make_messages_would_leave(self, file, messages):
        text = file.read_text("utf-8")
        assert updated(text, messages) == text

    def test_has_every_message_with_its_places_and_tags(self, file):
        catalogue = read_po(BytesIO(file.read_bytes()))
        for message in catalogue:
            if not message.id:
                continue
            one, many = (message.id, message.id) if isinstance(message.id, str) else message.id
            forms = (message.string,) if isinstance(message.string, str) else message.string
            assert all(forms), f"not translated: {one}"
            assert not message.fuzzy, f"unsure: {one}"
            wanted = sorted(PIECES.findall(many))
            for form in forms[:1] if len(forms) == 1 else forms[-1:]:
                assert sorted(PIECES.findall(form)) == wanted, f"other places or tags: {one}"
            for form in forms:
                assert set(PIECES.findall(form)) <= set(wanted)

    def test_our_reader_reads_what_babel_reads(self, file):
        ours = read_portable_objects(file.read_text("utf-8"))
        theirs = {
            f"{message.context}{CONTEXT}{message.id}" if message.context else message.id: message.string
            for message in read_po(BytesIO(file.read_bytes()))
            if message.id
        }
        assert ours.messages == {key: text for key, text in theirs.items() if isinstance(text, str)}
        assert ours.plurals == {key[0]: forms for key, forms in theirs.items() if isinstance(key, tuple)}


def test_english_words_stand_in_for_a_language_without_a_catalogue():
    said = language("xx")
    assert (said.spoken, said.say("Sources"), said.count(2, "{count} event", "{count} events")) == (
        False,
        "Sources",
        "2 events",
    )


def test_a_region_speaks_its_language():
    assert language("ar-SY").say("Sources") == language("ar").say("Sources") == "المصادر"


def test_what_is_unsure_or_missing_stays_english():
    read = read_portable_objects(
        'msgid "a"\nmsgstr ""\n\n#, fuzzy\nmsgid "b"\nmsgstr "B"\n\nmsgctxt "x"\nmsgid "c"\nmsgstr "C \\"\\n"\n'
    )
    assert read.messages == {f"x{CONTEXT}c": 'C "\n'}


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "لا أحداث"),
        (1, "حدث واحد"),
        (2, "حدثان"),
        (3, "3 أحداث"),
        (10, "10 أحداث"),
        (11, "11 حدثًا"),
        (99, "99 حدثًا"),
        (100, "100 حدث"),
        (102, "102 حدث"),
        (103, "103 أحداث"),
        (1700, "1,700 حدث"),
    ],
)
def test_the_six_forms_of_arabic(number, said):
    assert language("ar").count(number, "{count} event", "{count} events") == said


def test_messages_are_found_in_code():
    source = (
        'say("a", b=c)\nx.say_in("k", "b")\nx.count(n, "{count} d", "{count} ds")\n"x".count("y")\nsay(text)'
    )
    assert set(of_python(source)) == {(("a",), None), (("b",), "k"), (("{count} d", "{count} ds"), None)}


def test_messages_are_found_in_templates():
    source = '{{ _("a") }}{% trans x=f(y) %}b {{ x }} {{ p.number | digits }}{% endtrans %}'
    assert list(of_template(source)) == [(1, "a"), (1, "b {x} {number}")]
