"""Addresses that lead to one page are one; others are not."""

import pytest

from generator.checks.twin_reports import plain_address

PAGE = "https://www.Example.org/news/Base-Lost"


@pytest.mark.parametrize(
    "other",
    [
        "http://example.org/news/Base-Lost",
        "https://EXAMPLE.org/news/Base-Lost/",
        "https://example.org/news/Base-Lost?utm_source=mail&fbclid=x#comments",
    ],
)
def test_scheme_www_case_of_the_host_fragment_and_tracking_do_not_matter(other):
    assert plain_address(other) == plain_address(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/news/base-lost",
        "https://example.org/news/Base-Lost?page=2",
        "https://m.example.org/news/Base-Lost",
        "https://example.org:8080/news/Base-Lost",
    ],
)
def test_path_query_host_and_port_matter(other):
    assert plain_address(other) != plain_address(PAGE)


def test_addresses_with_a_query_differ_by_it():
    assert plain_address("http://a.org/?id=1") == "a.org?id=1" != plain_address("http://a.org?id=2")
