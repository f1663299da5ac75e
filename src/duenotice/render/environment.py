"""Templates to text: the shipped ones, and a project's own where it has them.

The only module that imports Jinja2. A template gets one variable, `page`, which is a
view of `duenotice.render.views`; see `Templates.render` for what else it may use.
"""

from __future__ import annotations

import hashlib
import traceback
from functools import cached_property
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING
from typing import ClassVar

from jinja2 import FileSystemLoader
from jinja2 import StrictUndefined
from jinja2 import TemplateError
from jinja2 import TemplateNotFound
from jinja2 import TemplateSyntaxError
from jinja2 import select_autoescape
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup
from markupsafe import escape

from duenotice.errors import DuenoticeError
from duenotice.model.label import VersionLabel
from duenotice.render import locales

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_CATALOGUES = "locale/"


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

    hint: ClassVar[str] = "Correct the template, or remove it to use the shipped one."

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")


class Templates:
    """All templates, style sheets and catalogues in effect."""

    def __init__(self, project: Path | None = None) -> None:
        """Take the folder of a project's own templates, where there is one."""
        folders = [] if project is None or not project.is_dir() else [project]
        self._folders = (*folders, shipped_templates())
        self._loader = FileSystemLoader(self._folders)
        self._environments: dict[str, ImmutableSandboxedEnvironment] = {}
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
            return template.render(page=page)
        except TemplateNotFound as error:
            raise TemplateMissingError(str(error.name)) from error
        except TemplateSyntaxError as error:
            place = f"{error.filename or name}:{error.lineno}"
            raise TemplateFaultError(place, str(error.message)) from error
        except TemplateError as error:
            place = self._place(error) or name
            raise TemplateFaultError(place, str(error.message)) from error

    def read_asset(self, name: str) -> str:
        """Give the text of a file that is no template, such as a style sheet.

        Raises:
            TemplateMissingError: It is missing.
        """
        path = self._paths_by_name.get(name)
        if path is None:
            raise TemplateMissingError(name)
        return path.read_text("utf-8")

    def interface_locale(self, locale: str) -> str:
        """Give the locale of the interface on a page in a locale.

        That is the page's own where its language has a catalogue, or else English.
        """
        has_words = self._translation(locale) is not None
        is_source = locales.SOURCE_LOCALE in locales.fallbacks(locale)
        return locale if has_words or is_source else locales.SOURCE_LOCALE

    def digest(self) -> str:
        """Give the SHA-256 over the names and bytes of all files in effect."""
        digest = hashlib.sha256()
        for name, path in self._files_in_effect():
            content = path.read_bytes()
            digest.update(f"{len(name.encode())} {name} {len(content)} ".encode())
            digest.update(content)
        return digest.hexdigest()

    def _environment(self, locale: str) -> ImmutableSandboxedEnvironment:
        if locale not in self._environments:
            self._environments[locale] = self._make_environment(locale)
        return self._environments[locale]

    def _make_environment(self, locale: str) -> ImmutableSandboxedEnvironment:
        environment = ImmutableSandboxedEnvironment(
            autoescape=select_autoescape(disabled_extensions=("txt",), default=True),
            auto_reload=False,
            extensions=["jinja2.ext.i18n"],
            keep_trailing_newline=True,
            loader=self._loader,
            lstrip_blocks=True,
            trim_blocks=True,
            undefined=StrictUndefined,
        )
        environment.policies["ext.i18n.trimmed"] = True
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

    def _translation(self, locale: str) -> NullTranslations | None:
        if locale not in self._translations:
            self._translations[locale] = self._read_translation(locale)
        return self._translations[locale]

    def _read_translation(self, locale: str) -> NullTranslations | None:
        """Read the catalogues of a locale: the closest first, a project's own first."""
        found: NullTranslations | None = None
        for one in locales.fallbacks(locale):
            name = f"{_CATALOGUES}{one}.po"
            for path in (folder / name for folder in self._folders):
                if not path.is_file():
                    continue
                translation = locales.read_catalogue(str(path), path.read_bytes())
                if found is None:
                    found = translation
                else:
                    found.add_fallback(translation)
        return found

    @cached_property
    def _paths_by_name(self) -> dict[str, Path]:
        return {
            name: path
            for folder in reversed(self._folders)
            for name, path in _list_files(folder)
        }

    def _files_in_effect(self) -> Iterator[tuple[str, Path]]:
        """List the files by name: of a catalogue the project's and the shipped one."""
        for name, path in sorted(self._paths_by_name.items()):
            yield name, path
            shipped = self._folders[-1] / name
            if path != shipped and name.startswith(_CATALOGUES) and shipped.is_file():
                yield name, shipped

    def _place(self, error: TemplateError) -> str | None:
        """Find the template's line that an error comes from."""
        frames = traceback.extract_tb(error.__traceback__)
        places = [
            f"{frame.filename}:{frame.lineno}"
            for frame in frames
            if any(Path(frame.filename).is_relative_to(one) for one in self._folders)
        ]
        return places[-1] if places else None


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


def _list_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """List the files below a folder by their names in it, without hidden ones."""
    for path in folder.rglob("*"):
        name = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in name.parts):
            yield name.as_posix(), path
