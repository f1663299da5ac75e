"""Settings: the two whole texts that a passage stands in.

What stood elsewhere before is not new, and what still stands elsewhere is not gone.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from duenotice.materiality.lexicon import Lexicon
from duenotice.materiality.likeness import Gist
from duenotice.materiality.likeness import pair_off
from duenotice.materiality.passage import passages_of
from duenotice.materiality.telling import Tellings
from duenotice.materiality.telling import content_of
from duenotice.materiality.whole_text import WholeText
from duenotice.materiality.whole_text import denial_of
from duenotice.materiality.whole_text import key_of
from duenotice.materiality.whole_text import run_of
from duenotice.materiality.whole_text import stems_of
from duenotice.materiality.whole_text import whole_texts
from duenotice.materiality.words import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.compare.comparison import Comparison
    from duenotice.materiality.lexicon import Concept
    from duenotice.materiality.passage import Passage
    from duenotice.materiality.whole_text import Key

_LIKE = 0.7
"""Sentences that share so much of their words are one, which moved."""

_LIKE_WHOLE = 0.45
"""The same for passages, whose sentences are compared afterwards; as in `compare`."""

_NO_LEXICON = Lexicon("", {}, frozenset())


@dataclass(frozen=True)
class Setting:
    """The old text and the new one."""

    lexicon: Lexicon = _NO_LEXICON
    old: WholeText = field(default_factory=WholeText)
    new: WholeText = field(default_factory=WholeText)
    passages: tuple[Passage, ...] = ()
    """All that changed."""

    @cached_property
    def by_change(self) -> Mapping[str, Passage]:
        """Give what changed by the ids of the changes."""
        return {one.change: one for one in self.passages}

    @cached_property
    def later(self) -> Mapping[Key, str]:
        """Give what old sentences say now that moved and were amended."""
        return {one: self.new.sentences[other] for one, other in self._moved}

    @cached_property
    def earlier(self) -> Mapping[Key, str]:
        """Give what new sentences said before that moved and were amended."""
        return {other: self.old.sentences[one] for one, other in self._moved}

    @cached_property
    def _moved(self) -> list[tuple[Key, Key]]:
        old, new = (
            {key: Gist(key.above, content) for key, content in several.items()}
            for several in (self.gone, self.come)
        )
        return pair_off(old, new, _LIKE)

    @cached_property
    def gone(self) -> Mapping[Key, frozenset[str]]:
        """Give the words of substance of old sentences that the new text has not."""
        return self._contents(self.old, self.new)

    @cached_property
    def come(self) -> Mapping[Key, frozenset[str]]:
        """Give the words of substance of new sentences that the old text had not."""
        return self._contents(self.new, self.old)

    def _contents(
        self, text: WholeText, other: WholeText
    ) -> Mapping[Key, frozenset[str]]:
        sentences = text.sentences
        return {
            key: content_of(sentences[key], self.lexicon) for key in text.without(other)
        }

    @cached_property
    def counterparts(self) -> Mapping[str, str]:
        """Give the other form of passages that were written anew elsewhere.

        By the ids of their changes: one is gone here, the other came there.
        """
        went = {one.change: one for one in self.passages if not one.after.strip()}
        came = {one.change: one for one in self.passages if not one.before.strip()}
        old, new = (
            {change: self._gist(one) for change, one in several.items()}
            for several in (went, came)
        )
        pairs = pair_off(old, new, _LIKE_WHOLE)
        forth = {one: came[other].after for one, other in pairs}
        return forth | {other: went[one].before for one, other in pairs}

    def _gist(self, passage: Passage) -> Gist:
        if passage.is_heading:
            return Gist("", frozenset())
        above = denial_of(passage.nearest_heading, passage.lead_in)
        return Gist(above, content_of(passage.before or passage.after, self.lexicon))

    def was_named(self, concept: Concept) -> bool:
        """Tell whether the old text named something, wherever it was."""
        return concept in self._named_before

    def is_named(self, concept: Concept) -> bool:
        """Tell whether the new text names something, wherever it is."""
        return concept in self._named_after

    @cached_property
    def _named_before(self) -> frozenset[Concept]:
        return self._named_in(self.old)

    @cached_property
    def _named_after(self) -> frozenset[Concept]:
        return self._named_in(self.new)

    def _named_in(self, text: WholeText) -> frozenset[Concept]:
        several = self._phrases.items()
        return frozenset(one for one, rows in several if any(map(text.holds, rows)))

    @cached_property
    def _phrases(self) -> Mapping[Concept, list[tuple[str, ...]]]:
        found: dict[Concept, list[tuple[str, ...]]] = defaultdict(list)
        for phrases in (self.lexicon.phrases, self.lexicon.own):
            for rows in phrases.values():
                for row, concept in rows:
                    found[concept].append(row)
        return found

    @cached_property
    def tellings(self) -> tuple[Tellings, Tellings]:
        """Give what both texts tell, to look for sentences that tell the same."""
        return Tellings(self.old, self.lexicon), Tellings(self.new, self.lexicon)

    def uses_of(self, term: str) -> int:
        """Count the sentences of the new text that use a term."""
        wanted = run_of(stems_of(term, self.lexicon.language))
        return sum(wanted in run_of(key.stems) for key in self.new.sentences)


ALONE = Setting()
"""Nothing is known but the passage."""


def setting_of(comparison: Comparison, lexicon: Lexicon | None) -> Setting:
    """Gather what both texts say; nothing in a language without a lexicon."""
    if lexicon is None:
        return ALONE
    old, new = whole_texts(comparison, lexicon.language)
    return Setting(lexicon, old, new, tuple(passages_of(comparison)))


def completed(passage: Passage, setting: Setting) -> Passage:
    """Give a passage with what its sentences said or say elsewhere.

    A sentence that stood elsewhere stands on both sides then, and one that moved and
    was amended has its other form. Under another lead-in the same words mean something
    else: there nothing is added.
    """
    if passage.is_heading or passage.lead_in != passage.old_lead_in:
        return passage
    other = setting.counterparts.get(passage.change, "")
    before, after = passage.before or other, passage.after or other
    old, new = (_sentences(passage, text, setting) for text in (before, after))
    before_too = _elsewhere(new, old, setting.old, setting.earlier)
    after_too = _elsewhere(old, new, setting.new, setting.later)
    return replace(
        passage,
        before="\n".join(filter(None, (before, *before_too))),
        after="\n".join(filter(None, (after, *after_too))),
    )


def _sentences(passage: Passage, text: str, setting: Setting) -> dict[Key, str]:
    heading, lead_in = passage.nearest_heading, passage.lead_in
    return {
        key_of(one, heading, lead_in, setting.lexicon.language): one
        for one in sentences_of(text)
    }


def _elsewhere(
    ours: Mapping[Key, str],
    theirs: Mapping[Key, str],
    whole: WholeText,
    moved: Mapping[Key, str],
) -> Iterator[str]:
    """Give the forms that our sentences have in the other text, outside of theirs."""
    for key, sentence in ours.items():
        if key in theirs:
            continue
        if key in whole.sentences:
            yield sentence
        elif key in moved and moved[key] not in theirs.values():
            yield moved[key]
