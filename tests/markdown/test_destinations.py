"""Where links may lead: what a browser would make of an address decides."""

import pytest

from generator.markdown.destinations import destination
from generator.model.prose import ROOT


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://example.org", "https://example.org"),
        ("HTTPS://Example.org/A", "HTTPS://Example.org/A"),
        ("http://[2001:db8::1]:8080/x", "http://[2001:db8::1]:8080/x"),
        ("https://example.org/a#b#c", "https://example.org/a#b%23c"),
        (" https://exa\nmple.org/\t", "https://example.org/"),
        ("mailto:desk@example.org?subject=a b", "mailto:desk@example.org?subject=a%20b"),
        ("tel:+963", "tel:+963"),
    ],
)
def test_outside(written, address):
    assert (destination(written).kind, destination(written).address) == ("outside", address)


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("/", ""),
        (".", ""),
        ("/events/x/", "events/x/"),
        ("about", "about"),
        ("a/b/../c/.", "a/c/"),
        ("a/%2E%2e/b", "b"),
        ("/a//b", "a//b"),
        ("/.//b", "b"),
        ("?q=a:b", "?q=a:b"),
        ("/a b/é?x=[1]#f#g", "a%20b/%C3%A9?x=%5B1%5D#f%23g"),
        ("a/b:c", "a/b:c"),
        ("a%zz", "a%25zz"),
    ],
)
def test_inside_begins_with_the_root(written, address):
    assert (destination(written).kind, destination(written).address) == ("inside", ROOT + address)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("javascript:alert(1)", "scheme"),
        (" \x01JavaScript:alert(1)", "scheme"),
        ("java\tscript:alert(1)", "scheme"),
        ("data:text/html,x", "scheme"),
        ("view-source:https://example.org", "scheme"),
        ("feed:javascript:alert(1)", "scheme"),
        ("x-web-search://?q", "scheme"),
        ("\u200bjavascript:alert(1)", "scheme"),
        ("1a:b", "scheme"),
        ("//example.org", "host"),
        ("/\\example.org", "host"),
        ("\t/\n/example.org", "host"),
        ("", "malformed"),
        ("https:example.org", "malformed"),
        ("https:///example.org", "malformed"),
        ("https://a@example.org", "malformed"),
        ("https://example.org\\@evil.example", "malformed"),
        ("https://example.org:x/", "malformed"),
        ("https://exa%6dple.org/", "malformed"),
        ("a\\b", "malformed"),
        ("..", "malformed"),
        ("a/../..", "malformed"),
        ("tel:", "malformed"),
    ],
)
def test_refused(written, fault):
    assert (destination(written).kind, destination(written).fault) == ("refused", fault)


def test_fragment():
    assert destination("#the figures").address == "#the%20figures"
