"""The sentence around a mention. `@` stands for the mention in the texts below."""

import pytest

from generator.markdown.sentences import LONGEST, sentences_around


def sentence(text: str) -> str:
    before, after = text.split("@")
    around = sentences_around(tuple(part for part in (before, 0, after) if part != ""))
    return "".join("@" if part == 0 else part for part in around[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One fell. Then @ fell too. Others held.", "Then @ fell too."),
        ("@ fell.", "@ fell."),
        ("It fell. @ was there.", "@ was there."),
        ("Why @? Nobody knew!", "Why @?"),
        ('He said: "It fell." Then @ left.', "Then @ left."),
        ("He left (by car.) Then @ left.", "Then @ left."),
        # titles, initials, abbreviations
        ("There Gen. Martin Dempsey met @ again. He left.", "There Gen. Martin Dempsey met @ again."),
        ("Mr. Earnest and Lt. Col. J. R. Smith saw @.", "Mr. Earnest and Lt. Col. J. R. Smith saw @."),
        ("The U.S. Air Force struck @.", "The U.S. Air Force struck @."),
        ("Planes came from the U.S. The strike hit @.", "The strike hit @."),
        ("On Aug. 24 it took @. On Aug. 25 it left.", "On Aug. 24 it took @."),
        ("Resolution No. 2170 names @.", "Resolution No. 2170 names @."),
        ("He said no. 15 states backed @.", "He said no. 15 states backed @."),
        ("It began at 3 p.m. Sunday near @.", "It began at 3 p.m. Sunday near @."),
        ("It holds arms, e.g. Tanks, at @.", "It holds arms, e.g. Tanks, at @."),
        ("About 1.5 million fled @ in 2014. 170 died.", "About 1.5 million fled @ in 2014."),
        ("Yahoo! said @ fell.", "Yahoo! said @ fell."),
        ("So it went… Then @ fell.", "Then @ fell."),
        ("So it went ... and @ fell.", "So it went ... and @ fell."),
        # Arabic, Urdu, Chinese
        ("هل سقطت الطبقة؟ نعم سقطت @ اليوم. انتهى.", "نعم سقطت @ اليوم."),
        ("وصل د. بشار إلى @. غادر.", "وصل د. بشار إلى @."),
        ("یہ گر گیا۔ پھر @ گرا۔ ختم۔", "پھر @ گرا۔"),
        ("陷落了。然后@陷落。结束。", "然后@陷落。"),
    ],
)
def test_sentence(text, expected):
    assert sentence(text) == expected


def test_all_mentions_of_a_sentence_are_kept_with_their_indices():
    around = sentences_around(("Here ", 4, " met ", 5, ". There ", 6, " was."))
    assert around == {
        4: ("Here ", 4, " met ", 5, "."),
        5: ("Here ", 4, " met ", 5, "."),
        6: ("There ", 6, " was."),
    }


def test_a_long_sentence_is_cut_at_words_around_its_mention():
    cut = sentence("word " * 200 + "@" + " word" * 200)
    assert cut.startswith("…word ")
    assert cut.endswith(" word…")
    assert "word @ word" in cut
    assert len(cut) <= LONGEST + 2


def test_no_mention_no_sentence():
    assert sentences_around(("Nothing here.",)) == {}
