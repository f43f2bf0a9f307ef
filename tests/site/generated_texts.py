"""Words, names, dates and bodies for generated sites: whatever an editor may write that is no fault."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from generator.model.moment import Moment, MomentError
from tests.model import edtf_texts

TRICKY = (
    "وليد المعلم",
    "لِوَاءُ النَّهْر",
    "שָׁלוֹם עַכְשָׁיו",
    "İstanbul ıssız ŞİŞLİ",
    "Deir ez-Zor / دير الزور",
    "cafe\u0301 Zu\u0308rich",
    "a\u0308\u0323\u0302\u0301 stacked",
    "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ☠️",
    "میان‌رشته‌ای",
    "“Quoted” ‘names’ — O'Neill & Sons <b>",
    "100% {{ 7*7 }} {% raw %} ROOT @@",
    "main",
    "corrections",
    "№ ½ ﬁ Ⅷ ｆｕｌｌ",
    "-",
    "日本語 한국어 ไทย",
)
HEADINGS = (
    *TRICKY,
    "Corrections",
    "Main",
    "Dates",
    "note_1",
    "Notes",
    "Notes",
    "Page 2",
    "🏴",
    "`code` *and* more",
)

_letters = st.sampled_from("abcdezİıßאבג‌رنقطةéñ̈́ʼ’🙂Ж字0123456789")
_words = st.text(_letters, min_size=1, max_size=9)
plain = st.lists(_words, min_size=1, max_size=6).map(" ".join)
long = st.builds(lambda word, times: " ".join([word] * times), _words, st.integers(30, 120))
names = st.one_of(st.sampled_from(TRICKY), plain, plain, long)
"""One line of text in any script, short or far too long."""


def _is_date(text: str) -> bool:
    try:
        Moment.parse(text)
    except MomentError:
        return False
    return True


dates = st.one_of(
    st.dates().map(str),
    st.sampled_from(sorted(edtf_texts.SPECIFICATION | edtf_texts.GROUPINGS | edtf_texts.PATTERNS)),
    edtf_texts.likely_valid,
).filter(_is_date)
"""Any EDTF: days, intervals with open ends, sets, seasons, years before the common era and far ones."""


def bodies(targets: Sequence[str], links: Sequence[str]) -> st.SearchStrategy[str]:
    """Bodies of Markdown that mention `targets` and link to `links`; empty ones too."""
    return st.lists(_blocks(targets, links), max_size=5).map(_joined)


def _joined(blocks: list[str]) -> str:
    """Blocks one below the other; footnotes get a label of their own, with its definition at the end."""
    numbered = [block.replace("@", str(number)) for number, block in enumerate(blocks)]
    notes = [f"[^n{number}]: A note.\n" for number, block in enumerate(blocks) if "[^n@]" in block]
    return "\n\n".join([*numbered, *notes])


def _blocks(targets: Sequence[str], links: Sequence[str]) -> st.SearchStrategy[str]:
    inline = _inline(targets, links)
    return st.one_of(
        inline,
        inline.map("{}[^n@] and again[^n@].".format),
        inline.map(lambda text: f"> - {text}\n>   1. more"),
        inline.map(lambda text: "| " + " | ".join([text.replace("|", "\\|")] * 2) + " |\n|---|:-:|\n| a |"),
        st.builds("{} {}".format, st.sampled_from(["#", "##"]), st.sampled_from(HEADINGS)),
        st.builds("Term @\n: {}".format, inline),
        st.just("```\n[[not a mention]] <b>\n```"),
        st.just("A word^[in line]."),
    )


def _inline(targets: Sequence[str], links: Sequence[str]) -> st.SearchStrategy[str]:
    pieces = [plain, plain.map("*{}*".format), plain.map("`{}`".format)]
    if targets:
        pieces += [st.sampled_from(targets).map("[[{}]]".format), mentions_with_words(targets)]
    if links:
        pieces.append(st.sampled_from(links).map("[there]({})".format))
    return st.lists(st.one_of(pieces), min_size=1, max_size=4).map(" ".join)


def mentions_with_words(targets: Sequence[str]) -> st.SearchStrategy[str]:
    return st.builds("[[{}|{}]]".format, st.sampled_from(targets), plain)


def summaries(targets: Sequence[str]) -> st.SearchStrategy[str]:
    return _inline(targets, ())
