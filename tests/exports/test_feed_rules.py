"""The rules tell a valid feed from others: each fault is planted once."""

from __future__ import annotations

import json

import pytest

from tests.exports.feed_rules import atom_faults, json_feed_faults

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>T</title><id>https://x.example/</id>
<updated>2014-08-25T00:00:00Z</updated><link rel="self" href="https://x.example/feed.xml"/>
<author><name>A</name></author>
<entry><title>E</title><id>https://x.example/e/</id><updated>2014-08-25T00:00:00Z</updated>
<link rel="alternate" type="text/html" href="https://x.example/e/"/><category term="t" label="L"/>
<summary>S</summary><content type="html">&lt;p&gt;S&lt;/p&gt;</content></entry></feed>"""

ENTRY = {
    "id": "https://x.example/e/",
    "url": "https://x.example/e/",
    "content_text": "S",
    "date_modified": "2014-08-25T00:00:00Z",
}
JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "T",
    "authors": [{"name": "A"}],
    "items": [ENTRY],
}


def test_valid_feeds_have_no_fault():
    assert atom_faults(ATOM.encode()) == []
    assert json_feed_faults(json.dumps(JSON).encode()) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<title>T</title>", ""),
        ("<title>T</title>", "<title>T</title><title>T</title>"),
        ("<id>https://x.example/e/</id>", ""),
        ("<id>https://x.example/e/</id>", "<id>e</id>"),
        ("<updated>2014-08-25T00:00:00Z</updated>\n<link", "<updated>25 August 2014</updated>\n<link"),
        ("<updated>2014-08-25T00:00:00Z</updated>\n<link", "<updated>-0044-08-25T00:00:00Z</updated>\n<link"),
        ("<author><name>A</name></author>", ""),
        ("<author><name>A</name></author>", "<author>A</author>"),
        ("<author><name>A</name></author>", "<author><name>A</name><email>desk</email></author>"),
        ('<link rel="self" href="https://x.example/feed.xml"/>', ""),
        ('type="text/html"', 'type="html"'),
        (' term="t"', ""),
        ("<summary>S</summary>", '<summary type="markdown">S</summary>'),
        (
            '<link rel="alternate" type="text/html" href="https://x.example/e/"/>',
            2 * '<link href="https://x.example/"/>',
        ),
        ("</entry>", "<foreign>of Atom's own name space</foreign></entry>"),
        ('xml:lang="en"', 'xml:lang="in English"'),
    ],
)
def test_each_fault_of_an_atom_feed_is_seen(old, new):
    assert old in ATOM
    assert atom_faults(ATOM.replace(old, new).encode())


@pytest.mark.parametrize(
    "change",
    [
        {"version": "1.1"},
        {"title": ""},
        {"authors": [{}]},
        {"authors": {"name": "A"}},
        {"home_page_url": "./"},
        {"language": "in English"},
        {"pages": []},
        {"items": {}},
        {"items": [ENTRY, ENTRY]},
        {"items": [{"id": "e"}]},
        {"items": [ENTRY | {"id": 7}]},
        {"items": [ENTRY | {"url": "events/e/"}]},
        {"items": [ENTRY | {"date_modified": "2014-08-25"}]},
        {"items": [ENTRY | {"tags": "t"}]},
    ],
)
def test_each_fault_of_a_json_feed_is_seen(change):
    assert json_feed_faults(json.dumps(JSON | change).encode())
