from __future__ import annotations

from duenotice.parse.markdown import parse_blocks
from duenotice.publish.told_lists import in_lists
from duenotice.render.change_views import ToldPassageView
from duenotice.render.change_views import ToldWordsView

TEXT = parse_blocks(
    "We note:\n\n- oars\n- boats\n  - sails\n  - masts\n\n> - flags\n> - ropes"
)


def words(text: str, lang: str = "en") -> ToldWordsView:
    """Give words."""
    return ToldWordsView(text=text, lang=lang, direction="ltr")


def new(*texts: str, lang: str = "en") -> list[ToldPassageView]:
    """Give passages that came."""
    return [ToldPassageView(before=None, after=words(one, lang)) for one in texts]


def gone(*texts: str) -> list[ToldPassageView]:
    """Give passages that went."""
    return [ToldPassageView(before=words(one), after=None) for one in texts]


def after(passages: tuple[ToldPassageView, ...]) -> list[tuple[str, ...]]:
    """Give the lead-in and the items of what came."""
    return [(one.after.lead_in, *one.after.items) for one in passages if one.after]


class TestLists:
    """Items that came or went in a row."""

    def test_new(self) -> None:
        """
        Items of one list that came make one quotation, with the sentence that the list
        goes on from; so do those of a list within a list or a quotation.
        """
        found = in_lists(new("oars", "boats", "sails", "masts", "flags"), (), TEXT)

        assert [
            ("We note:", "oars", "boats"),
            ("", "sails", "masts"),
            ("", "flags"),
        ] == after(found)

    def test_lead_in(self) -> None:
        """
        A lead-in that is new, too, is quoted with its list and not once more; of a long
        one, the last sentence leads in.
        """
        whole = f"We have {'a big ' * 30}log. In it we note:"
        text = parse_blocks(f"{whole}\n\n- oars\n- boats")
        amended = ToldPassageView(before=words("We note:"), after=words(whole))

        assert [(whole, "oars", "boats")] == after(
            in_lists(new(whole, "oars", "boats"), (), text)
        )
        assert [("",), ("", "oars")] == after(
            in_lists([amended, *new("oars")], (), text)
        )
        assert [("In it we note:", "oars")] == after(in_lists(new("oars"), (), text))

    def test_gone(self) -> None:
        """
        So do those that went, as they stood in the text before.
        """
        (found,) = in_lists(gone("flags", "ropes"), TEXT, ())

        assert found.before is not None
        assert ("flags", "ropes") == found.before.items
        assert "flags\nropes" == found.before.text
        assert tuple(gone("flags")) == in_lists(gone("flags"), (), TEXT)

    def test_others(self) -> None:
        """
        Words that are no items, or stand in another's place, stay by themselves.
        """
        amended = ToldPassageView(before=words("oars"), after=words("boats"))
        passages = [*new("We note:"), amended]

        assert tuple(passages) == in_lists(passages, TEXT, TEXT)

    def test_rows(self) -> None:
        """
        Items that don't follow each other, or came while others went, are no row.
        """
        amended = ToldPassageView(before=words("sails"), after=words("masts"))
        passages = [*new("oars"), amended, *new("boats"), *gone("oars")]

        found = in_lists(passages, TEXT, TEXT)

        assert len(passages) == len(found)
        assert [("We note:", "oars"), ("",), ("We note:", "boats")] == after(found)

    def test_languages(self) -> None:
        """
        A list is quoted in one language.
        """
        found = in_lists([*new("oars"), *new("boats", lang="es")], (), TEXT)

        assert [("We note:", "oars"), ("We note:", "boats")] == after(found)
