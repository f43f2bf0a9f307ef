"""The model site in two languages: some of it translated in front matter, some in files of its own, most not at all."""

from __future__ import annotations

from tests.site.model_site import Site

SETTINGS = """language: en
languages: [ar]
translations:
  ar:
    title: بلدات النهر
    description: جدول زمني نموذجي.
    roles: {ferryman: نقل الناس, attacker: مهاجم}
    measures: {killed: قتلى}
    words: {civilians: مدنيون}
"""


def in_two_languages(site: Site) -> Site:
    """The model site, published in Arabic as well."""
    event, article = "content/events/2014/bridge-attack", "content/articles/courier-bridge"
    site.edit("content/site.yaml", "language: en\n", SETTINGS)
    site.edit(f"{event}.md", "notes: Desk", "translations: {ar: {title: هجوم على الجسر}}\nnotes: Desk")
    site.write(
        f"{event}.ar.md",
        "---\nsummary: هاجم [[river-brigade]] الجسر.\n---\nعبر الناس إلى [[nahr]]، انظر [المنهج](/about/) و[البيانات](/data/events.csv).\n",
    )
    site.write("content/pages/about.ar.md", "---\ntitle: عن هذا السجل\n---\nموقع نموذجي.\n")
    site.write(f"{article}.ar.md", "---\ntitle: سقوط الجسر\n---\n")
    return site.edit(
        "content/actors/river-brigade.md",
        "until: 2014-08-20}",
        "until: 2014-08-20, names: {ar: كتيبة النهر}}",
    )
