from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.store.theme import PLAIN
from duenotice.store.theme import read_theme
from duenotice.store.theme import theme_on_disk
from duenotice.store.tree import MemoryTree

if TYPE_CHECKING:
    from pathlib import Path

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
FONT = b"wOF2 and so on"
THEME = """\
logo: theme/logo.svg
font:
  files:
    - {family: Fern, file: theme/fern.woff2}
"""


def faults(**files: bytes) -> list[str]:
    """Give the faults of a theme by its files, each on one line."""
    tree = {
        "theme.yaml": THEME.encode(),
        "theme/logo.svg": DRAWING,
        "theme/fern.woff2": FONT,
    } | {path.replace("__", "/").replace("_", "."): one for path, one in files.items()}
    stored = read_theme(MemoryTree({path: one for path, one in tree.items() if one}))
    assert stored.theme == PLAIN.theme
    return [str(one).partition("\n")[0] for one in stored.faults]


class TestRead:
    """`read_theme`."""

    def test_none(self) -> None:
        """
        A project without a theme has the shipped look.
        """
        assert PLAIN is read_theme(MemoryTree({}))

    def test_files(self) -> None:
        """
        A theme comes with the bytes of what it names, and of nothing else.
        """
        tree = {
            "theme.yaml": THEME.encode(),
            "theme/logo.svg": DRAWING,
            "theme/fern.woff2": FONT,
            "theme/notes.txt": b"not for the site",
        }
        stored = read_theme(MemoryTree(tree))

        assert () == stored.faults
        assert {"theme/logo.svg": DRAWING, "theme/fern.woff2": FONT} == stored.files

    def test_missing(self) -> None:
        """
        What isn't there is named with the line that asks for it.
        """
        assert [
            'theme.yaml:1: error theme-file-missing: there is no file "theme/logo.svg"'
        ] == faults(theme__logo_svg=b"")

    def test_unsafe(self) -> None:
        """
        A drawing that is more than one is refused.
        """
        drawing = DRAWING.replace(b"/>", b"><script/></svg>")

        assert [
            (
                'theme.yaml:1: error theme-file-unsafe: the drawing "theme/logo.svg" '
                'holds the element "script"'
            )
        ] == faults(theme__logo_svg=drawing)

    def test_kind(self) -> None:
        """
        A file must be what it is named for.
        """
        assert [
            (
                'theme.yaml:4: error theme-file-kind: "theme/fern.woff2" is not what '
                "its name ends with: its first bytes are not those of a WOFF2 file"
            )
        ] == faults(theme__fern_woff2=b"<html>")

    def test_large(self) -> None:
        """
        Nothing is served that a phone would wait for.
        """
        assert [
            (
                'theme.yaml:1: error theme-file-large: the picture "theme/logo.svg" '
                "has 32,001 bytes; 32,000 are allowed"
            ),
            (
                'theme.yaml:4: error theme-file-large: the font "theme/fern.woff2" has '
                "400,001 bytes; 400,000 are allowed"
            ),
        ] == faults(theme__logo_svg=b"a" * 32_001, theme__fern_woff2=b"a" * 400_001)

    def test_link(self, tmp_path: Path) -> None:
        """
        Nothing outside of the project is read.
        """
        (tmp_path / "elsewhere.svg").write_bytes(DRAWING)
        root = tmp_path / "project"
        (root / "theme").mkdir(parents=True)
        (root / "theme.yaml").write_text("logo: theme/logo.svg", "utf-8")
        (root / "theme" / "logo.svg").symlink_to(tmp_path / "elsewhere.svg")

        stored = theme_on_disk(root)

        assert ["not-a-file"] == [one.code for one in stored.faults]
        assert {} == stored.files

    def test_folder_link(self, tmp_path: Path) -> None:
        """
        Neither through a folder that leads elsewhere.
        """
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "elsewhere" / "logo.svg").write_bytes(DRAWING)
        root = tmp_path / "project"
        root.mkdir()
        (root / "theme.yaml").write_text("logo: theme/logo.svg", "utf-8")
        (root / "theme").symlink_to(tmp_path / "elsewhere")

        assert ["not-a-file"] == [one.code for one in theme_on_disk(root).faults]


class TestDigest:
    """`StoredTheme.digest`."""

    def test_depends_on_bytes(self) -> None:
        """
        Another picture under the same name makes another look.
        """
        digests = {
            read_theme(
                MemoryTree({"theme.yaml": b"logo: theme/a.svg", "theme/a.svg": one})
            ).digest
            for one in (DRAWING, DRAWING + b" ")
        }

        assert 2 == len(digests)
