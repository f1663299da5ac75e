from __future__ import annotations

from dataclasses import replace

import pytest

from duenotice.model.content import Emphasis
from duenotice.model.content import Item
from duenotice.model.content import List
from duenotice.model.content import Paragraph
from duenotice.model.content import Reference
from duenotice.model.content import Text
from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines
from duenotice.model.label import VersionLabel
from duenotice.model.statement import Controller
from duenotice.model.statement import Group
from duenotice.model.statement import Section
from duenotice.model.statement import Statement
from duenotice.parse.assemble import assemble_text
from duenotice.parse.assemble import is_behind
from duenotice.parse.markdown import parse_blocks

FIRST = VersionLabel.parse("2021-10-15")
SECOND = VersionLabel.parse("2026-11-24")
STATEMENT = Statement(
    id="website",
    title={"en": "Privacy"},
    controller=Controller(name="Fernhill Library"),
    time_zone="UTC",
    source_locale="en",
    locales=("en", "es", "fr"),
    prevailing_locale="en",
    groups=(
        Group(section_ids=("introduction",)),
        Group(section_ids=("lending", "retention"), numbered=True),
        Group(section_ids=("interlude",)),
        Group(section_ids=("events",), numbered=True),
    ),
)
TITLES = {
    "introduction": "Introduction",
    "lending": "Lending",
    "retention": "Retention",
    "interlude": "An interlude",
    "events": "Events",
}


def sections(**bodies: str) -> dict[str, Section]:
    """The English sections, some of them with a text."""
    return {
        one: Section(id=one, title=title, blocks=parse_blocks(bodies.get(one, "")))
        for one, title in TITLES.items()
    }


def words(body: str, locale: str = "en") -> str:
    """What a reader of the introduction sees."""
    made = assemble_text(
        STATEMENT, {"en": sections(), locale: sections(introduction=body)}, locale
    )
    placed = made.section("introduction")
    assert placed is not None
    return " ".join(
        plain_text(line.inlines) for line in walk_lines(placed.section.blocks)
    )


class TestNumbers:
    def test_counted_through(self) -> None:
        """
        Sections of numbered groups are counted through, and the others have none.
        """
        text = assemble_text(STATEMENT, {"en": sections()}, "en")

        assert [
            "Introduction",
            "1. Lending",
            "2. Retention",
            "An interlude",
            "3. Events",
        ] == [one.heading for one in text.sections]


class TestReferences:
    @pytest.mark.parametrize(
        ("body", "expected"),
        [
            pytest.param("See [](#events).", "See section 3, Events.", id="numbered"),
            pytest.param("See [](#interlude).", "See “An interlude”.", id="unnumbered"),
            pytest.param("See [#](#events).", "See 3.", id="number"),
            pytest.param("See [#](#interlude).", "See An interlude.", id="no number"),
            pytest.param(
                "See [](#lending..events).", "See sections 1 through 3.", id="range"
            ),
            pytest.param(
                "See [](#introduction..events).",
                "See the sections “Introduction” through “Events”.",
                id="range with an unnumbered end",
            ),
            pytest.param(
                "[](#events) says so.", "Section 3, Events says so.", id="first"
            ),
            pytest.param("[#](#events) says so.", "3 says so.", id="number first"),
            pytest.param("See [](#nowhere).", "See “nowhere”.", id="unknown"),
            pytest.param(
                "See [](#events..nowhere).",
                "See the sections “Events” through “nowhere”.",
                id="range without end",
            ),
        ],
    )
    def test_words(self, body: str, expected: str) -> None:
        """
        A reference is read as number and title of the section that it names.
        """
        assert expected == words(body)

    @pytest.mark.parametrize(
        ("locale", "expected"),
        [
            ("es", "Véase sección 3, Events; secciones 1 a 3; «An interlude»."),
            ("fr", "Véase § 3, Events; §§ 1–3; “An interlude”."),
        ],
    )
    def test_languages(self, locale: str, expected: str) -> None:
        """
        The words of a reference are those of the text's language, or signs.
        """
        body = "Véase [](#events); [](#lending..events); [](#interlude)."

        assert expected == words(body, locale)

    def test_everywhere(self) -> None:
        """
        References get their words in lists, tables, headings, quotes and emphasis.
        """
        body = (
            "## A [](#events)\n\n- b [](#events)\n\n> c *[](#events)*\n\n"
            "| d [](#events) |\n|---|\n| e [](#events) |\n"
        )

        assert 5 == words(body).casefold().count("section 3, events")

    def test_own_titles(self) -> None:
        """
        A translation's reference names the translated title.
        """
        spanish = Section(
            id="events", title="Actos", blocks=(Paragraph((Reference("events"),)),)
        )
        text = assemble_text(
            STATEMENT, {"en": sections(), "es": {"events": spanish}}, "es"
        )

        assert (
            Paragraph((Reference("events", words="Sección 3, Actos"),))
            == (text.sections[-1].section.blocks[0])
        )


class TestTranslations:
    def test_missing_section(self) -> None:
        """
        A section without a translation is shown in the source's language.
        """
        spanish = {"events": Section(id="events", title="Actos", blocks=())}
        text = assemble_text(STATEMENT, {"en": sections(), "es": spanish}, "es")

        assert ["en", "en", "en", "en", "es"] == [one.locale for one in text.sections]
        assert ["1. Lending", "3. Actos"] == [
            text.sections[1].heading,
            text.sections[-1].heading,
        ]

    def test_nowhere(self) -> None:
        """
        A section that no locale has is left out, and the others keep their numbers.
        """
        some = sections()
        del some["lending"]
        text = assemble_text(STATEMENT, {"en": some}, "en")

        assert ["Introduction", "2. Retention", "An interlude", "3. Events"] == [
            one.heading for one in text.sections
        ]
        assert text.section("lending") is None

    @pytest.mark.parametrize(
        ("translates", "source", "expected"),
        [
            pytest.param(FIRST, SECOND, True, id="older"),
            pytest.param(SECOND, SECOND, False, id="equal"),
            pytest.param(SECOND, FIRST, False, id="newer"),
            pytest.param(None, SECOND, False, id="never released"),
            pytest.param(FIRST, None, False, id="source never released"),
        ],
    )
    def test_behind(
        self,
        translates: VersionLabel | None,
        source: VersionLabel | None,
        expected: bool,  # noqa: FBT001
    ) -> None:
        """
        A translation is behind where it renders an older version of its source.
        """
        assert expected is is_behind(translates, source)

    def test_behind_in_text(self) -> None:
        """
        The whole text says which of its sections are behind; the source's never is.
        """
        english = sections()
        english["events"] = replace(english["events"], version=SECOND, translates=FIRST)
        spanish = {
            "events": Section(id="events", title="Actos", blocks=(), translates=FIRST)
        }
        both = {"en": english, "es": spanish}

        assert [True] == [
            one.is_behind
            for one in assemble_text(STATEMENT, both, "es").sections
            if one.section.id == "events"
        ]
        assert not any(
            one.is_behind for one in assemble_text(STATEMENT, both, "en").sections
        )


class TestOriginal:
    def test_unchanged(self) -> None:
        """
        Putting a text together changes no section that it was given.
        """
        blocks = (List((Item((Paragraph((Emphasis((Reference("events"),)),)),)),)),)
        english = sections()
        english["lending"] = replace(english["lending"], blocks=blocks)
        text = assemble_text(STATEMENT, {"en": english}, "en")

        assert blocks == english["lending"].blocks
        assert "Section 3, Events" == plain_text(
            next(walk_lines(text.sections[1].section.blocks)).inlines
        )

    def test_plain_words(self) -> None:
        """
        What is no reference stays as it is.
        """
        english = sections(lending="A [link](https://a.example) and `code`.\n\n---\n")
        text = assemble_text(STATEMENT, {"en": english}, "en")

        assert english["lending"] == text.sections[1].section
        assert Text("A ") == next(walk_lines(english["lending"].blocks)).inlines[0]
