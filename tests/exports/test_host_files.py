"""`_headers` and `_redirects`: what hosts are told, and that no page needs what the headers forbid."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.exports import host_headers, host_redirects
from generator.plan import Options, plan
from tests.graph.story import SITE, actor, event, linked
from tests.site.model_site import Site


def at(base_url):
    return replace(SITE, base_url=base_url)


def rules(graph):
    """The headers of each path, as the hosts read the file."""
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in host_headers.write(graph, "").decode().splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[path][name] = value
        elif line:
            path = line
            found[path] = {}
    return found


def policy(text):
    """A Content-Security-Policy as directive to sources."""
    parts = [part.split() for part in text.split(";") if part.strip()]
    return {part[0]: set(part[1:]) for part in parts}


@pytest.mark.parametrize(
    ("base_url", "root"),
    [("", "/"), ("https://example.org", "/"), ("https://example.org/some/path", "/some/path/")],
)
def test_rules_stand_where_the_site_stands(base_url, root):
    graph = linked(event("falls", former_ids="fell"), site=at(base_url))
    assert list(rules(graph)) == [f"{root}*", f"{root}assets/*", f"{root}data/*"]
    assert host_redirects.write(graph, "") == f"{root}events/fell/ {root}events/falls/ 301\n".encode()


def test_no_header_is_set_twice_for_one_path_because_hosts_join_the_values():
    names = [name for headers in rules(linked()).values() for name in headers]
    assert len(names) == len(set(names))


def test_nothing_is_loaded_from_elsewhere_and_nobody_frames_the_site():
    allowed = policy(rules(linked())["/*"]["Content-Security-Policy"])
    assert allowed["default-src"] == {"'none'"}
    assert allowed["frame-ancestors"] == {"'none'"}
    assert set().union(*allowed.values()) == {"'none'", "'self'"}


def test_the_header_allows_whatever_a_pages_own_policy_allows(tmp_path: Path) -> None:
    site = Site.golden(tmp_path)
    site.build()
    header = policy(host_headers.EVERYWHERE["Content-Security-Policy"])
    policies = {
        attributes["content"]
        for page in site.published().pages.values()
        for element, attributes in page.elements
        if element == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    }
    assert policies
    for directive, sources in ((name, one) for text in policies for name, one in policy(text).items()):
        assert sources <= header.get(directive, header["default-src"]) | {"'none'"}, directive


def test_there_are_no_redirects_without_former_ids():
    assert list(host_redirects.outputs(linked(event("falls")))) == []


def test_no_more_rules_are_written_than_every_host_follows():
    many = [actor(f"a{number:04}", former_ids=f"b{number:04}") for number in range(1_100)]
    assert host_redirects.write(linked(*many), "").count(b"\n") == host_redirects.MOST_RULES
    long = [actor(f"a{number:03}-{'x' * 90}", former_ids=f"b{number:03}-{'x' * 90}") for number in range(400)]
    written = host_redirects.write(linked(*long), "")
    assert host_redirects.MOST_BYTES - 300 < len(written) <= host_redirects.MOST_BYTES
    assert written.endswith(b" 301\n")


def test_an_edition_for_a_disk_has_no_settings_for_hosts():
    graph = linked(event("falls", former_ids="fell"))
    portable = {output.address for output in plan(graph, Options(portable=True))[0]}
    assert portable.isdisjoint({"_headers", "_redirects"})
    assert "records.json" in portable
