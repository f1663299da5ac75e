from __future__ import annotations

import pytest

from duenotice.intake.html import read_html
from duenotice.intake.links import LinkKeeper
from duenotice.intake.mentions import ReferenceMaker
from duenotice.intake.outline import OutlinedSection
from duenotice.parse.markdown import parse_blocks
from duenotice.parse.serialise import write_blocks

SECTIONS = (
    OutlinedSection(id="intro", title="Introduction", blocks=()),
    OutlinedSection(id="logs", title="Web logs", blocks=(), number=1),
    OutlinedSection(id="cookies", title="Cookies", blocks=(), number=2),
    OutlinedSection(id="contact", title="Contact, and more", blocks=()),
)


def led(text: str, *, base: str | None = None) -> tuple[str, list[str]]:
    """
    A text with the links that hold, and what is said of the others.
    """
    keeper = LinkKeeper({"logs": "logs", "a b": "logs", "here": "intro"}, base)
    written = write_blocks(keeper.keep(parse_blocks(text), "intro"))
    return written.strip(), [one.message for one in keeper.remarks()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](https://a.example/b)", "[a](https://a.example/b)"),
        ("[a](mailto:us@a.example)", "[a](mailto:us@a.example)"),
        ("[a](tel:123)", "[a](tel:123)"),
        ("[a](us@a.example)", "[a](mailto:us@a.example)"),
        ("[a](//a.example/b)", "[a](https://a.example/b)"),
        ("[a](#logs)", "[a](#logs)"),
        ("[a](#a%20b)", "[a](#logs)"),
        ("**[a](#logs)**", "**[a](#logs)**"),
        ("[a](#here)", "a"),
        ("[ ](https://a.example)a", "a"),
        ("[a](#)", "a"),
    ],
)
def test_links_hold_in_a_statement(text: str, expected: str) -> None:
    """
    A link leads to a page, an address or another section, or is no link.
    """
    assert (expected, []) == led(text)


def test_a_relative_link_is_completed_by_the_address_of_the_page() -> None:
    """
    Where it is known from where a text came, its links lead where they led.
    """
    text, _ = led("[a](../b?c#d)", base="https://a.example/x/y/z")

    assert "[a](https://a.example/x/b?c#d)" == text


def test_an_address_that_is_none_completes_nothing() -> None:
    """
    Where the page's address is broken, links stay without one.
    """
    assert "a" == led("[a](b)", base="https://[x")[0]


def test_a_link_of_a_number_sign_is_no_reference() -> None:
    """
    A sign beside a heading, which leads to it, stays the sign that it is.
    """
    keeper = LinkKeeper({"logs": "logs"}, None)
    blocks = read_html("<p>a <a href='#logs'>#</a></p>").blocks

    assert "a #\n" == write_blocks(keeper.keep(blocks, "intro"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "[a](/b)",
            "a link lost its target, and kept the words: relative to the page they "
            'came from: "a" (/b)',
            id="relative",
        ),
        pytest.param(
            "[a](b) [c](d) [e](f) [g](h)",
            "4 links lost their targets, and kept the words: relative to the page they "
            'came from: "a" (b); "c" (d); "e" (f) and 1 more',
            id="several",
        ),
        pytest.param(
            "[a](#gone)",
            "a link lost its target, and kept the words: to places that no section has"
            ': "a" (#gone)',
            id="to a place that is gone",
        ),
        pytest.param(
            "[a](ftp://a.example)",
            "a link lost its target, and kept the words: of a kind that a statement "
            'may not have: "a" (ftp://a.example)',
            id="of another kind",
        ),
    ],
)
def test_a_link_that_would_lead_nowhere_keeps_its_words(
    text: str, message: str
) -> None:
    """
    What lost its target is said, with the words and the target.
    """
    assert [message] == led(text)[1]


def referred(text: str, locale: str = "en", own: str = "intro") -> str:
    """
    A text with its references.
    """
    maker = ReferenceMaker.of(SECTIONS, locale)
    return write_blocks(maker.make(parse_blocks(text), own)).strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "See sections 1 through 2.",
            "See [](#logs..cookies).",
            id="as it is printed",
        ),
        pytest.param(
            "In Sections 1 through 2 below",
            "In Sections [#](#logs) through [#](#cookies) below",
            id="with a capital",
        ),
        pytest.param("see section 2", "see section [#](#cookies)", id="a number"),
        pytest.param(
            "sections 1, 2 and 1",
            "sections [#](#logs), [#](#cookies) and [#](#logs)",
            id="several numbers",
        ),
        pytest.param(
            "see section 1, Web logs, too", "see [](#logs), too", id="number and title"
        ),
        pytest.param(
            "the “Contact, and more” section",
            "the [](#contact) section",
            id="a title as it is printed",
        ),
        pytest.param(
            'the section "Contact, and more"',
            'the section "[Contact, and more](#contact)"',
            id="a title in other quotes",
        ),
        pytest.param(
            "the section titled “Cookies”",
            "the section titled “[Cookies](#cookies)”",
            id="the title of a numbered section",
        ),
        pytest.param(
            "- see **section 2**", "- see **section [#](#cookies)**", id="inside"
        ),
    ],
)
def test_mentions_become_references(text: str, expected: str) -> None:
    """
    A mention becomes a reference where the printed words stay as they are.
    """
    assert expected == referred(text)


@pytest.mark.parametrize(
    "text",
    [
        "section 2 of the Act",
        "section 3",
        "sections 2 and 7",
        "section 2.1",
        "under the Privacy Act, section 2",
        "section 2 of our terms",
        "the “Contact, and more” page",
        'the "Contact" section',
        "the “Introduction” section",
        "[section 2](https://a.example)",
        "## In section 2",
        "`section 2`",
    ],
)
def test_other_mentions_are_left_alone(text: str) -> None:
    """
    What may be the section of a law, or is no section, keeps its words.
    """
    assert text == referred(text)


def test_a_section_does_not_refer_to_itself() -> None:
    """
    A section that names its own number keeps it as it was typed.
    """
    assert "this section 2" == referred("this section 2", own="cookies")


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        (
            "en las secciones 1 a 2, y la sección 2",
            "es",
            "en las [](#logs..cookies), y la sección [#](#cookies)",
        ),
        ("la sección «Contact, and more»", "es-US", "la sección [](#contact)"),
        ("Abschnitt 2", "de", "Abschnitt 2"),
    ],
    ids=["numbers", "titles", "another language"],
)
def test_mentions_are_known_in_the_language_of_the_text(
    text: str, locale: str, expected: str
) -> None:
    """
    Spanish mentions become references too; in other languages they stay.
    """
    assert expected == referred(text, locale)
