from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from duenotice.render import environment
from duenotice.render.environment import TemplateFaultError
from duenotice.render.environment import TemplateMissingError
from duenotice.render.environment import Templates
from duenotice.render.environment import shipped_templates
from duenotice.render.template_files import TemplateEncodingError
from duenotice.store.templates import templates_on_disk

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = dt.date(2026, 11, 4)
ROOT = Path(__file__).parents[3]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The folder of a project's own templates, without any yet."""
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder


def write(folder: Path, name: str, text: str) -> Templates:
    """Put one template into a project and give all that are in effect."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return Templates(templates_on_disk(folder.parent))


def render(folder: Path, text: str, *, locale: str = "en", page: object = None) -> str:
    """Render a template of a project."""
    return write(folder, "one.html", text).render("one.html", page, locale)


class TestRender:
    """`Templates.render`."""

    def test_escaping(self, project: Path) -> None:
        """
        What a view holds is text, whatever it looks like.
        """
        assert "&lt;script&gt;" == render(project, "{{ page }}", page="<script>")

    def test_plain_text(self, project: Path) -> None:
        """
        A template of plain text has nothing to escape.
        """
        templates = write(project, "one.txt", "{{ page }}")

        assert "Ice & <Fire>" == templates.render("one.txt", "Ice & <Fire>", "en")

    def test_own_template(self, project: Path) -> None:
        """
        A project's own template wins, and its other ones still come with the program.
        """
        write(
            project, "site/parts.html", "{% macro coming(version) %}soon{% endmacro %}"
        )
        own = write(
            project,
            "own.html",
            '{% from "site/parts.html" import coming %}'
            '{% from "section.html" import language %}'
            "{{ coming(page) }}{{ language({'is_foreign': false}) }}",
        )

        assert "soon" == own.render("own.html", None, "en")

    def test_no_project(self, tmp_path: Path) -> None:
        """
        Without templates of its own a project uses the shipped ones.
        """
        own = Templates(templates_on_disk(tmp_path))

        assert Templates().digest() == own.digest()

    def test_one_template_in_two_languages(self, project: Path) -> None:
        """
        The words of one locale never show in another.
        """
        templates = write(project, "one.html", "{% trans %}Contents{% endtrans %}")

        assert ["Contents", "Contenido", "Contents"] == [
            templates.render("one.html", None, locale) for locale in ("en", "es", "en")
        ]


class TestFilters:
    """What a template has beside its view."""

    @pytest.mark.parametrize(
        ("locale", "expected"),
        [
            ("en", '<time datetime="2026-11-04">November 4, 2026</time>'),
            ("es", '<time datetime="2026-11-04">4 de noviembre de 2026</time>'),
            ("ko", '<time datetime="2026-11-04">November 4, 2026</time>'),
        ],
    )
    def test_day(self, project: Path, locale: str, expected: str) -> None:
        """
        A date is said in the interface's language, for machines as well.
        """
        assert expected == render(project, "{{ page|day }}", locale=locale, page=DAY)

    def test_label(self, project: Path) -> None:
        """
        A label keeps its form within text that is written from right to left.
        """
        assert '<bdi class="label" dir="ltr">2026-11-04.2</bdi>' == render(
            project, "{{ page|label }}", page="2026-11-04.2"
        )

    def test_revised(self, project: Path) -> None:
        """
        A label says on which day the text was last revised.
        """
        assert "2026-11-04" == render(
            project, "{{ page|revised }}", page="2026-11-04.2"
        )

    def test_language(self, project: Path) -> None:
        """
        A language is named in the interface's language.
        """
        assert "inglés" == render(
            project, "{{ page|language }}", locale="es", page="en-US"
        )


class TestInterface:
    """The language of the interface."""

    @pytest.mark.parametrize(
        ("locale", "expected"),
        [
            ("es", "es"),
            ("es-US", "es-US"),
            ("en-GB", "en-GB"),
            ("zh-TW", "zh-TW"),
            ("zh-Hans", "en"),
            ("ko", "en"),
            ("xx", "en"),
        ],
    )
    def test_locale(self, locale: str, expected: str) -> None:
        """
        A language without a catalogue has an English interface.
        """
        assert expected == Templates().interface_locale(locale)

    @pytest.mark.parametrize(
        ("locale", "lang", "expected"),
        [
            ("es", "es", "data-interface"),
            ("es", "en", 'data-interface lang="es" dir="ltr"'),
            ("ar", "en", 'data-interface lang="ar" dir="rtl"'),
            ("ko", "ko", 'data-interface lang="en" dir="ltr"'),
        ],
    )
    def test_attributes(
        self, project: Path, locale: str, lang: str, expected: str
    ) -> None:
        """
        What the program says carries its language where the text around has another.
        """
        assert expected == render(
            project, "{{ interface(page) }}", locale=locale, page=lang
        )

    def test_region(self, project: Path) -> None:
        """
        A region uses the catalogue of its language.
        """
        words = "{% trans %}Contents{% endtrans %}"

        assert "Contenido" == render(project, words, locale="es-US")

    def test_own_catalogue(self, project: Path) -> None:
        """
        A project's catalogue changes the words it has and leaves the other ones.
        """
        header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        write(
            project,
            "locale/es.po",
            f'{header}msgid "Contents"\nmsgstr "Índice"\n',
        )

        assert "Índice, Idiomas" == render(
            project,
            "{% trans %}Contents{% endtrans %}, {% trans %}Languages{% endtrans %}",
            locale="es",
        )


class TestFaults:
    """Templates with faults."""

    def test_missing_template(self, project: Path) -> None:
        """
        A template that another one asks for and that is not there is named.
        """
        with pytest.raises(TemplateMissingError) as caught:
            render(project, '{% include "gone.html" %}')

        assert 'there is no template "gone.html"' == str(caught.value)

    def test_outside(self, project: Path) -> None:
        """
        A template reads no file outside the folders of templates.
        """
        (project.parent / "secret.html").write_text("secret", "utf-8")

        with pytest.raises(TemplateMissingError):
            render(project, '{% include "../secret.html" %}')

    def test_syntax(self, project: Path) -> None:
        """
        A template that can't be understood is named with the line.
        """
        with pytest.raises(TemplateFaultError) as caught:
            render(project, "fine\n{% if %}\n")

        assert (
            "templates/one.html:2: "
            "Expected an expression, got 'end of statement block'" == str(caught.value)
        )

    @pytest.mark.parametrize(
        ("fault", "reason"),
        [
            ("{{ page.gone }}", "'None' has no attribute 'gone'"),
            ("{{ gone }}", "'gone' is undefined"),
            (
                "{{ ''.__class__.__mro__ }}",
                "access to attribute '__class__' of 'str' object is unsafe.",
            ),
        ],
        ids=["attribute", "variable", "sandbox"],
    )
    def test_undefined(self, project: Path, fault: str, reason: str) -> None:
        """
        A template that asks for what a view doesn't have, or mustn't be asked for, is
        named with the line.
        """
        with pytest.raises(TemplateFaultError) as caught:
            render(project, f"fine\n\n{fault}\n")

        assert f"templates/one.html:3: {reason}" == str(caught.value)

    @pytest.mark.parametrize(
        ("fault", "reason"),
        [
            ("{{ 1/0 }}", "ZeroDivisionError: division by zero"),
            ('{{ "x"|revised }}', "ValueError: 'x' is not a version label"),
            ("{{ 3|day }}", "AssertionError"),
            (
                "{{ page|tojson }}",
                "TypeError: Object of type date is not JSON serializable",
            ),
            (
                "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
                "RecursionError: maximum recursion depth exceeded",
            ),
            ('{{ "x" * 999999999 }}', "the result of * would be too large"),
            ("{{ [1] * 999999999 }}", "the result of * would be too large"),
            ("{{ 10 ** 999999999 }}", "the result of ** would be too large"),
            ('{{ "%999999999d" % 1 }}', "the result of % would be too large"),
        ],
        ids=[
            "zero",
            "label",
            "date",
            "JSON",
            "depth",
            "text",
            "list",
            "number",
            "width",
        ],
    )
    def test_failing(self, project: Path, fault: str, reason: str) -> None:
        """
        A template that makes a function fail, or asks for too much, is named with the
        line.
        """
        with pytest.raises(TemplateFaultError) as caught:
            render(project, f"fine\n\n{fault}\n", page=DAY)

        assert str(caught.value).startswith(f"templates/one.html:3: {reason}")

    def test_huge_page(self, project: Path) -> None:
        """
        A page that no reader could load isn't made.
        """
        with pytest.raises(TemplateFaultError) as caught:
            render(project, "{{ 'x'|center(50000001) }}")

        assert "one.html: the page would be too large" == str(caught.value)

    def test_no_characters(self, project: Path) -> None:
        """
        Half a character can't be written into a page.
        """
        with pytest.raises(TemplateFaultError, match=r"^one\.html: UnicodeEncodeError"):
            render(project, '{{ "\\ud800" }}')

    @pytest.mark.parametrize(
        ("name", "ask"),
        [
            ("one.html", lambda templates: templates.render("one.html", None, "en")),
            (
                "site/style.css",
                lambda templates: templates.read_asset("site/style.css"),
            ),
        ],
        ids=["template", "style sheet"],
    )
    def test_encoding(
        self, project: Path, name: str, ask: Callable[[Templates], object]
    ) -> None:
        """
        A file in another encoding than UTF-8 is named with the line.
        """
        (project / "site").mkdir()
        (project / name).write_bytes("fine\nÄrger".encode("latin-1"))

        with pytest.raises(TemplateEncodingError) as caught:
            ask(Templates(templates_on_disk(project.parent)))

        assert f"templates/{name}:2: not UTF-8" == str(caught.value)

    def test_hint(self) -> None:
        """
        A fault says what can be done.
        """
        assert (
            "Correct the template, or remove it to use the shipped one. What is "
            "committed counts; --worktree shows what isn't yet."
            == TemplateFaultError("one.html:1", "…").advice
        )


class TestSameEachTime:
    """What would make each build another."""

    @pytest.mark.parametrize(
        ("source", "reason"),
        [
            ("{{ lipsum() }}", "'lipsum' is undefined"),
            ("{{ [1, 2]|random }}", "No filter named 'random'."),
            ("{{ _ }}", "'function object' is no text; name a field of it"),
            ("{{ page }}", "'object object' is no text; name a field of it"),
            ("{{ [page] }}", "'list object' is no text; name a field of it"),
            (
                "{{ (dict(a=1).keys() - []) | join }}",
                "a set has no order",
            ),
            (
                "{{ ('2026-11-04'|revised).today() }}",
                "access to attribute 'today' of 'date' object is unsafe.",
            ),
            (
                "{{ '{:%s}'.format('2026-11-04'|revised) }}",
                "access to attribute 'format' of 'str' object is unsafe.",
            ),
        ],
        ids=["lipsum", "random", "function", "object", "list", "set", "today", "clock"],
    )
    def test_refused(self, project: Path, source: str, reason: str) -> None:
        """
        Nothing of a page comes from chance, the clock or the machine's memory.
        """
        with pytest.raises(TemplateFaultError) as caught:
            render(project, source, page=object())

        assert f"templates/one.html:1: {reason}" == str(caught.value)

    @pytest.mark.parametrize(
        "source",
        [
            "{{ page ~ '' }}",
            "{{ page|string }}",
            "{{ [page]|join }}",
            "{% trans page=page %}{{ page }}{% endtrans %}",
        ],
        ids=["joined", "string", "join", "trans"],
    )
    def test_text_of_an_object(self, project: Path, source: str) -> None:
        """
        The text of an object, which says where it lies in memory, is no text of a page.
        """
        with pytest.raises(TemplateFaultError, match=r"^one\.html: .* is an object"):
            render(project, source, page=object())


class TestReadAsset:
    """`Templates.read_asset`."""

    def test_shipped(self) -> None:
        """
        A style sheet is given as it is.
        """
        expected = (ROOT / "templates/site/style.css").read_text("utf-8")

        assert expected == Templates().read_asset("site/style.css")

    def test_own(self, project: Path) -> None:
        """
        A project's own style sheet wins.
        """
        templates = write(project, "site/style.css", "body { color: red }")

        assert "body { color: red }" == templates.read_asset("site/style.css")

    @pytest.mark.parametrize("name", ["site/gone.css", "../pyproject.toml", "site"])
    def test_missing(self, name: str) -> None:
        """
        What is no file among the templates is missing.
        """
        with pytest.raises(TemplateMissingError):
            Templates().read_asset(name)


class TestDigest:
    """`Templates.digest`."""

    def test_same(self, project: Path) -> None:
        """
        Equal files have one digest, wherever they are.
        """
        shutil.copytree(ROOT / "templates/site", project / "site")

        assert (
            Templates().digest()
            == Templates(templates_on_disk(project.parent)).digest()
        )

    def test_form(self) -> None:
        """
        The digest is a SHA-256.
        """
        assert 64 == len(Templates().digest())

    @pytest.mark.parametrize(
        "name", ["site/style.css", "site/own.html", "locale/es.po", "locale/tl.po"]
    )
    def test_changed(self, project: Path, name: str) -> None:
        """
        Any file that is in effect counts.
        """
        changed = write(project, name, "other")

        assert Templates().digest() != changed.digest()

    def test_shipped_catalogue(
        self, project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """
        The shipped catalogue counts even beside a project's own, which only adds to it.
        """
        shipped = tmp_path / "shipped"
        write(project, "locale/es.po", "own")
        write(shipped, "locale/es.po", "one")
        monkeypatch.setattr(environment, "shipped_templates", lambda: shipped)
        before = Templates(templates_on_disk(project.parent)).digest()
        write(shipped, "locale/es.po", "two")

        assert before != Templates(templates_on_disk(project.parent)).digest()

    def test_hidden(self, project: Path) -> None:
        """
        What an editor or a system leaves behind doesn't count.
        """
        assert Templates().digest() == write(project, ".DS_Store", "x").digest()


class TestShippedTemplates:
    """`shipped_templates`."""

    def test_checkout(self) -> None:
        """
        In a checkout the templates stand at its root.
        """
        assert ROOT / "templates" == shipped_templates()

    def test_wheel(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        """
        In a wheel they are a part of the package.
        """
        package = tmp_path / "site-packages/duenotice"
        (package / "templates").mkdir(parents=True)
        monkeypatch.setattr(
            environment, "__file__", str(package / "render/environment.py")
        )

        assert package / "templates" == shipped_templates()
