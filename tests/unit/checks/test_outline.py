from __future__ import annotations

from dataclasses import replace

from checked import found_by
from checked import make_checked
from checked import unnumbered
from duenotice.checks.outline import check_outline


class TestSource:
    """Sections of the source locale."""

    def test_sound(self) -> None:
        """
        A statement whose list and files agree has no fault.
        """
        subject = make_checked({"lending": "Text."}, es={"lending": "Texto."})

        assert "" == found_by(check_outline, subject)

    def test_missing(self) -> None:
        """
        A listed section without a file is an error that names the file.
        """
        subject = make_checked({"lending": "Text."}, groups=unnumbered("lending", "x"))

        assert (
            'statement.yaml: error section-missing: the section "x" is listed, but has '
            "no file en/x.md\n"
            '  hint: Write the file, or take the id out of "sections".'
        ) == found_by(check_outline, subject)

    def test_unreadable(self) -> None:
        """
        A file that is there and can't be read isn't reported as missing too.
        """
        made = make_checked({"lending": "Text."}, groups=unnumbered("lending", "x"))
        subject = replace(made, unreadable=frozenset({("en", "x")}))

        assert "" == found_by(check_outline, subject)

    def test_misspelt(self) -> None:
        """
        An id that is listed otherwise than its file is called gets both proposals.
        """
        subject = make_checked({"web-logs": "Text."}, groups=unnumbered("weblogs"))

        assert (
            'statement.yaml: error section-missing: the section "weblogs" is listed, '
            "but has no file en/weblogs.md\n"
            '  hint: Did you mean "web-logs"? Write the file, or take the id out of '
            '"sections".\n'
            'en/web-logs.md: error section-unlisted: the section "web-logs" is not '
            "listed in statement.yaml, so its text would not be published\n"
            '  hint: Did you mean "weblogs"? Add it to "sections" at its place, or '
            "delete the file."
        ) == found_by(check_outline, subject)

    def test_no_id(self) -> None:
        """
        A file whose name can't be an id is to be renamed first.
        """
        subject = make_checked({"Web_Logs": "Text."}, groups=unnumbered())

        assert (
            'en/Web_Logs.md: error section-unlisted: the section "Web_Logs" is not '
            "listed in statement.yaml, so its text would not be published\n"
            "  hint: Rename the file: an id is lower-case letters, digits and hyphens. "
            'Add it to "sections" at its place, or delete the file.'
        ) == found_by(check_outline, subject)


class TestLocales:
    """Folders and locales."""

    def test_unlisted(self) -> None:
        """
        A folder that is no locale of the statement is an error, said once.
        """
        subject = make_checked(
            {"lending": "Text."},
            es={"lending": "Texto.", "more": "Texto."},
            locales=("en",),
        )

        assert (
            'es/lending.md: error locale-unlisted: the folder "es" is not among '
            '"locales" in statement.yaml, so its texts would not be published\n'
            '  hint: Add "es" to "locales", or move the folder '
            "out of the statement's."
        ) == found_by(check_outline, subject)

    def test_empty(self) -> None:
        """
        A locale without any section is a warning that says what readers get.
        """
        subject = make_checked({"lending": "Text."}, es={})

        assert (
            'statement.yaml: warning locale-empty: the locale "es" has no sections\n'
            '  hint: Translate the sections into a folder "es", or take it out of '
            '"locales"; until then the text in "en" stands there.'
        ) == found_by(check_outline, subject)

    def test_unreadable(self) -> None:
        """
        A locale whose one file can't be read isn't reported as empty too.
        """
        made = make_checked({"lending": "Text."}, es={})
        subject = replace(made, unreadable=frozenset({("es", "lending")}))

        assert "" == found_by(check_outline, subject)

    def test_title(self) -> None:
        """
        A locale without a title of its own is a warning.
        """
        subject = make_checked(
            {"lending": "Text."}, es={"lending": "Texto."}, title={"en": "Privacy"}
        )

        assert (
            'statement.yaml: warning title-untranslated: "title" has no text for the '
            'locale "es"\n'
            '  hint: Add "es: …" under "title"; until then the title is "Privacy" '
            "there."
        ) == found_by(check_outline, subject)


class TestTranslations:
    """Translations and their sources."""

    def test_missing(self) -> None:
        """
        A section that one locale lacks is a warning at the file to be written.
        """
        subject = make_checked(
            {"lending": "Text.", "web-logs": "Text."}, es={"lending": "Texto."}
        )

        assert (
            'es/web-logs.md: warning translation-missing: "Web logs" has no '
            "translation\n"
            '  hint: Translate it into this file; until then its text in "en" stands '
            "there."
        ) == found_by(check_outline, subject)

    def test_orphan(self) -> None:
        """
        A translation without a source section is an error.
        """
        subject = make_checked(
            {"lending": "Text."}, es={"lending": "Texto.", "multas": "Texto."}
        )

        assert (
            'es/multas.md: error translation-orphan: there is no section "multas" in '
            'the source locale "en"\n'
            "  hint: Give this file the name of the section it translates, or delete "
            "it."
        ) == found_by(check_outline, subject)

    def test_renamed(self) -> None:
        """
        A translation under the earlier id is told the new one, and that is all.
        """
        renamed = "---\ntitle: Loans\nformerly: [lending]\n---\nText.\n"
        subject = make_checked({"loans": renamed}, es={"lending": "Texto."})

        assert (
            'es/lending.md: error translation-orphan: there is no section "lending" in '
            'the source locale "en"\n'
            '  hint: The source\'s file is now called "loans". Give this file the name '
            "of the section it translates, or delete it."
        ) == found_by(check_outline, subject)

    def test_unreadable_source(self) -> None:
        """
        A translation whose source can't be read is no orphan.
        """
        made = make_checked(
            {"lending": "Text."}, es={"lending": "Texto.", "fines": "Texto."}
        )
        subject = replace(made, unreadable=frozenset({("en", "fines")}))

        assert "" == found_by(check_outline, subject)
