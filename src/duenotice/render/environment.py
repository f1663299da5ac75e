"""Templates to text: the shipped ones, and a project's own where it has them.

A template gets one variable, `page`, which is a view of `duenotice.render.views`; see
`Templates.render` for what else it may use. Only this module and `sandbox` import
Jinja2.
"""

from __future__ import annotations

import traceback
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING
from typing import ClassVar

from jinja2 import FunctionLoader
from jinja2 import TemplateError
from jinja2 import TemplateNotFound
from jinja2 import TemplateSyntaxError
from markupsafe import Markup
from markupsafe import escape

from duenotice.errors import DuenoticeError
from duenotice.model.label import VersionLabel
from duenotice.render import locales
from duenotice.render.sandbox import Sandbox
from duenotice.render.sandbox import checked_page
from duenotice.render.template_files import TemplateFiles

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class TemplateMissingError(DuenoticeError):
    """A template, a style sheet or a part of one that is nowhere to be found."""

    hint: ClassVar[str] = (
        "A project's own templates stand in its folder templates/, under the names of "
        "the shipped ones; what isn't there comes from those."
    )

    def __init__(self, name: str) -> None:
        super().__init__(f'there is no template "{name}"')


class TemplateFaultError(DuenoticeError):
    """A template that can't be understood, or asks for something that isn't there."""

    hint: ClassVar[str] = (
        "Correct the template, or remove it to use the shipped one. What is committed "
        "counts; --worktree shows what isn't yet."
    )

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")


class Templates:
    """All templates, style sheets and catalogues in effect."""

    def __init__(self, own: Mapping[str, bytes] | None = None) -> None:
        """Take a project's own by name, where it has some."""
        self._files = TemplateFiles(own or {}, shipped_templates())
        self._environments: dict[str, Sandbox] = {}
        self._translations: dict[str, NullTranslations | None] = {}

    def render(self, name: str, page: object, locale: str) -> str:
        """Render a template for a view, with the words and dates of a locale.

        Beside `page` and the gettext functions a template has the filters

        - `day`: a date as a `time` element,
        - `direction`: the direction of writing of a line whose language isn't known,
        - `label`: a version label that keeps its form in any direction of writing,
        - `revised`: the date that a version label stands for,
        - `language`: the name of a locale's language,

        and `interface(lang)`, the attributes of an element whose words are the
        program's own and which stands within text of the language `lang`.

        Raises:
            TemplateMissingError: It, or a template that it uses, is missing.
            TemplateFaultError: It has a fault.
        """
        try:
            template = self._environment(locale).get_template(name)
            text = checked_page(template.render(page=page))
            text.encode()
        except DuenoticeError:
            raise
        except TemplateNotFound as error:
            raise TemplateMissingError(str(error.name)) from error
        except TemplateSyntaxError as error:
            place = f"{error.filename or name}:{error.lineno}"
            raise TemplateFaultError(place, str(error.message)) from error
        except TemplateError as error:
            raise TemplateFaultError(self._place(error, name), str(error)) from error
        except Exception as error:  # a template can make any function fail
            reason = f"{type(error).__name__}: {error}".removesuffix(": ")
            raise TemplateFaultError(self._place(error, name), reason) from error
        return text

    def read_asset(self, name: str) -> str:
        """Give the text of a file that is no template, such as a style sheet.

        Raises:
            TemplateMissingError: It is missing.
        """
        found = self._files.text(name)
        if found is None:
            raise TemplateMissingError(name)
        return found[0]

    def interface_locale(self, locale: str) -> str:
        """Give the locale of the interface on a page in a locale.

        That is the page's own where its language has a catalogue, or else English.
        """
        has_words = self._translation(locale) is not None
        is_source = locales.SOURCE_LOCALE in locales.fallbacks(locale)
        return locale if has_words or is_source else locales.SOURCE_LOCALE

    def digest(self) -> str:
        """Give the SHA-256 over the names and bytes of all files in effect."""
        return self._files.digest()

    def _environment(self, locale: str) -> Sandbox:
        if locale not in self._environments:
            self._environments[locale] = self._make_environment(locale)
        return self._environments[locale]

    def _make_environment(self, locale: str) -> Sandbox:
        environment = Sandbox(FunctionLoader(self._load))
        interface = _Interface(self.interface_locale(locale))
        environment.filters |= {
            "day": interface.day,
            "direction": locales.first_direction,
            "label": _label,
            "language": interface.language,
            "revised": _revised,
        }
        environment.globals |= {"interface": interface.attributes}
        environment.install_gettext_translations(  # type: ignore[attr-defined]
            self._translation(locale) or NullTranslations(), newstyle=True
        )
        return environment

    def _load(self, name: str) -> tuple[str, str, None] | None:
        found = self._files.text(name)
        return None if found is None else (*found, None)

    def _translation(self, locale: str) -> NullTranslations | None:
        if locale not in self._translations:
            self._translations[locale] = self._read_translation(locale)
        return self._translations[locale]

    def _read_translation(self, locale: str) -> NullTranslations | None:
        """Read the catalogues of a locale: the closest first, a project's own first."""
        found: NullTranslations | None = None
        for one in locales.fallbacks(locale):
            for place, content in self._files.catalogues(f"{one}.po"):
                translation = locales.read_catalogue(place, content)
                if found is None:
                    found = translation
                else:
                    found.add_fallback(translation)
        return found

    def _place(self, error: Exception, name: str) -> str:
        """Find the template's line that an error comes from, or else its name."""
        frames = traceback.extract_tb(error.__traceback__)
        places = [
            f"{frame.filename}:{frame.lineno}"
            for frame in frames
            if self._files.holds(frame.filename)
        ]
        return places[-1] if places else name


def shipped_templates() -> Path:
    """Find the folder of the templates that come with the program.

    In a wheel it is part of the package, in a checkout it stands beside `src`.
    """
    package = Path(__file__).resolve().parents[1]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parents[1] / "templates"


class _Interface:
    """What is said in the interface's language."""

    def __init__(self, locale: str) -> None:
        self._locale = locale

    def attributes(self, lang: str) -> Markup:
        """Mark an element as the interface's, and its language where `lang` isn't."""
        if lang == self._locale:
            return Markup("data-interface")
        direction = locales.text_direction(self._locale)
        return Markup('data-interface lang="{}" dir="{}"').format(
            self._locale, direction
        )

    def day(self, day: date) -> Markup:
        """Write a date."""
        words = locales.format_day(day, self._locale)
        return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), words)

    def language(self, locale: str) -> str:
        """Name a language."""
        return locales.language_name(locale, self._locale)


def _label(label: str) -> Markup:
    # Within Arabic a date would be read from right to left.
    return Markup('<bdi class="label" dir="ltr">{}</bdi>').format(escape(label))


def _revised(label: str) -> date:
    return VersionLabel.parse(label).day
