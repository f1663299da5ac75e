from __future__ import annotations

import re

import pytest

from duenotice.model.palette import SETTABLE
from duenotice.model.palette import shipped_colours
from duenotice.model.theme import Scheme
from duenotice.render.environment import Templates

STYLE = Templates().read_asset("site/style.css")


class TestPalette:
    """The shipped colours."""

    @pytest.mark.parametrize(("scheme", "place"), [("light", 0), ("dark", 1)])
    def test_as_in_style_sheet(self, scheme: str, place: int) -> None:
        """
        They are those of the style sheet.
        """
        part = STYLE.split("@media")[place]
        written = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part))
        known = shipped_colours(Scheme(scheme))

        assert {name: str(one) for name, one in known.items()} == {
            name: written[name] for name in known
        }

    def test_settable(self) -> None:
        """
        Whatever can be set has a shipped colour to fall back to.
        """
        assert SETTABLE.keys() <= shipped_colours(Scheme.LIGHT).keys()
