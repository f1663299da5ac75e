from __future__ import annotations

import pytest

from duenotice.compare.tokens import Mark
from duenotice.compare.tokens import Vocabulary
from duenotice.compare.tokens import normalised
from duenotice.compare.tokens import tokenise
from duenotice.compare.tokens import tokenise_code
from duenotice.model.content import Code
from duenotice.model.content import Emphasis
from duenotice.model.content import LineBreak
from duenotice.model.content import Link
from duenotice.model.content import Reference
from duenotice.model.content import Strong
from duenotice.model.content import Text


def words(text: str, *terms: str) -> list[str]:
    """Give the tokens of a text that are no spaces."""
    tokens = tokenise((Text(text),), Vocabulary(terms))
    return [token.text for token in tokens if not token.is_space]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We don't sell.", ["We", "don't", "sell", "."]),
        ("third-party (non-profit)", ["third-party", "(", "non-profit", ")"]),
        ("within 30 days", ["within", "30 days"]),
        ("30\u00a0business days", ["30\u00a0business days"]),
        ("a 30-day period", ["a", "30-day", "period"]),
        ("$1,250.50 or 5 %", ["$1,250.50", "or", "5 %"]),
        ("on March 3, 2025.", ["on", "March 3, 2025", "."]),
        ("el 3 de marzo de 2025", ["el", "3 de marzo de 2025"]),
        ("2025-03-03", ["2025-03-03"]),
        ("call 555-0100", ["call", "555-0100"]),
        ("a.b@c.example, please", ["a.b@c.example", ",", "please"]),
        ("see https://c.example/a?b=1.", ["see", "https://c.example/a?b=1", "."]),
        ("不会出售", ["不", "会", "出", "售"]),
        ("ไม่เก็บ", ["ไ", "ม่", "เ", "ก็", "บ"]),
        ("نَبيع بياناتك", ["نَبيع", "بياناتك"]),
        ("नहीं बेचते", ["नहीं", "बेचते"]),
        ("Ausleihdatensätze", ["Ausleihdatensätze"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    """
    A text is cut into words, and what would say something else in part stays whole.
    """
    assert expected == words(text)


def test_terms() -> None:
    """
    A defined term is one token, and the longest one that fits is taken.
    """
    text = "Your Reading Record Number is no Reading Record."

    expected = ["Your", "Reading Record Number", "is", "no", "Reading Record", "."]
    assert expected == words(text, "Reading Record", "Reading Record Number")


def test_tokens_are_the_text() -> None:
    """
    The tokens together are the text, whatever it holds.
    """
    text = "“A” \u200b b\u00adc – d\u00a0e (…) 1/2 ½ 🙂 §§ 3\u20114"

    tokens = tokenise((Text(text),))

    assert text == "".join(token.text for token in tokens)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("e-mail", "email"),
        ("E-mails", "Emails"),
        ("“Partners”", '"Partners"'),
        ("library’s", "library's"),
        ("2020–2024", "2020-2024"),
        ("30\u00a0days", "30 days"),
        ("co\u00adoperate", "cooperate"),
    ],
)
def test_typography_is_normalised(one: str, other: str) -> None:
    """
    Words that are only printed in another way are equal.
    """
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("re-sign", "resign"), ("users", "user's"), ("Website", "website"), ("½", "1/2")],
)
def test_words_are_not_normalised(one: str, other: str) -> None:
    """
    What may be another word is another word.
    """
    assert normalised(one) != normalised(other)


def test_marks() -> None:
    """
    A word knows how it is set off, once each.
    """
    inner = Strong((Text("b"), Strong((Text("c"),))))

    tokens = tokenise((Text("a"), Emphasis((inner,))))

    both = (Mark.EMPHASIS, Mark.STRONG)
    assert [(), both, both] == [token.marks for token in tokens]


def test_a_link_is_its_words() -> None:
    """
    A link is one token, whose key are its words and not its target.
    """
    links = (Link((Text("opt  out"),), "/a"), Link((Text("opt out"),), "/b"))

    one, other = (tokenise((link,)) for link in links)

    assert ["opt out"] == [token.key for token in one]
    assert [token.key for token in one] == [token.key for token in other]


def test_a_reference_is_its_section() -> None:
    """
    A reference is the same one under the section's new id and number.
    """
    old = Reference("server-logs", words="section 1, Logs")
    new = Reference("web-logs", words="section 2, Logs")
    renamed = Vocabulary(renamed=(("server-logs", "web-logs"),))

    assert tokenise((old,), renamed)[0].key == tokenise((new,))[0].key


def test_wrapped_lines() -> None:
    """
    A date that the source has on two lines is one date.
    """
    tokens = tokenise((Text("March"), LineBreak(hard=False), Text("3, 2025")))

    assert ["March 3, 2025"] == [token.text for token in tokens]


def test_meant_line_breaks() -> None:
    """
    The end of a line that is meant is a token of its own.
    """
    tokens = tokenise((Text("a"), LineBreak(hard=True), Text("b")))

    assert ["a", "\n", "b"] == [token.key for token in tokens]


def test_code() -> None:
    """
    Code is one token in a line, and in lines of its own keeps its spaces.
    """
    inline = tokenise((Code("a  b"),))
    line = tokenise_code("  a:  b\n")

    assert ["a  b"] == [token.text for token in inline]
    assert ["  ", "a", ":", "  ", "b", "\n"] == [token.text for token in line]
