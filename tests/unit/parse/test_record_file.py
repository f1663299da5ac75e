from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.levels import Level
from duenotice.materiality.profile import Asked
from duenotice.model.finding_id import FindingId
from duenotice.model.label import VersionLabel
from duenotice.model.letters import has_letter
from duenotice.model.record import Approval
from duenotice.model.record import Decision
from duenotice.model.record import Event
from duenotice.model.record import EventKind
from duenotice.model.record import Lock
from duenotice.model.record import LockedFile
from duenotice.model.record import LockedSection
from duenotice.model.record import Reach
from duenotice.model.record import Record
from duenotice.model.record import RecordedAssessment
from duenotice.model.record import RecordedFinding
from duenotice.model.record import RecordedObligation
from duenotice.model.record import RecordedReason
from duenotice.model.record import Verdict
from duenotice.parse.record_file import content_sha256
from duenotice.parse.record_file import event_hash
from duenotice.parse.record_file import last_hash
from duenotice.parse.record_file import parse_record
from duenotice.parse.record_file import record_digest
from duenotice.parse.record_file import record_faults
from duenotice.parse.record_file import write_record
from duenotice.parse.record_schema import CATEGORIES
from duenotice.parse.record_schema import DIRECTIONS
from duenotice.parse.record_schema import OBLIGATIONS
from duenotice.parse.yaml_tree import UnwritableTextError

HASH = f"sha256:{'0' * 64}"
FIRST = VersionLabel.parse("2021-10-15")
SECOND = VersionLabel.parse("2026-11-24")

RECORD = Record(
    version=SECOND,
    published=date(2026, 11, 24),
    effective=date(2026, 12, 31),
    supersedes=FIRST,
    reaches=Reach.ALL,
    required_by_law=None,
    lock=Lock(
        statement=LockedFile(version=FIRST, sha256=HASH),
        locales={"en": (LockedSection(id="lending", version=SECOND, sha256=HASH),)},
    ),
    previous=HASH,
    digest="sha256:2da3d5a1",
)
TEXT = f"""\
version: 2026-11-24
published: 2026-11-24
effective: 2026-12-31
supersedes: 2021-10-15
reaches: all
required_by_law: null
decisions: []
lock:
  statement: {{version: 2021-10-15, sha256: '{HASH}'}}
  locales:
    en:
    - {{id: lending, version: 2026-11-24, sha256: '{HASH}'}}
  notices: {{}}
previous: {HASH}
"""

FINDING = RecordedFinding(
    id="amount:retention:lending:1",
    outcome="material",
    category="retention",
    direction="worse-for-user",
    lead_days=30,
    reason="A period grew.",
    sources=("gdpr-13",),
    change="c1",
    before="90 days",
    after="120 days",
    evidence=HASH,
)
ASSESSMENT = RecordedAssessment(
    against=FIRST,
    rules=HASH,
    level="L5",
    direct_days=14,
    reasons=(
        RecordedReason(
            by="colorado", entry="data", level="L5", lead_days=30, says="It asks so."
        ),
    ),
    obligations=(RecordedObligation(id="choice-people", findings=(FINDING.id,)),),
    findings=(FINDING,),
)
DECISION = Decision(
    finding=FINDING.id,
    evidence=HASH,
    verdict=Verdict.MATERIAL,
    by="A. Editor",
    on=date(2026, 11, 23),
    reason="People would want to know.",
)
JUDGED = replace(
    RECORD,
    assessment=ASSESSMENT,
    decisions=(DECISION,),
    approved=Approval(by="A. Editor", on=date(2026, 11, 24)),
)
JUDGED_TEXT = f"""\
assessment:
  against: 2021-10-15
  rules: {HASH}
  level: L5
  direct_days: 14
  because:
  - {{by: colorado, entry: data, level: L5, lead_days: 30, says: It asks so.}}
  obligations:
  - id: choice-people
    findings: ['amount:retention:lending:1']
  findings:
  - id: amount:retention:lending:1
    outcome: material
    category: retention
    direction: worse-for-user
    lead_days: 30
    reason: A period grew.
    sources: [gdpr-13]
    change: c1
    before: 90 days
    after: 120 days
    evidence: {HASH}
decisions:
"""

TOLD = Event(
    on=date(2026, 11, 25),
    kind=EventKind.NOTIFIED,
    details={"channel": "email", "count": "12400000"},
    previous="",
)
MET = Event(on=date(2026, 12, 1), kind=EventKind.OBLIGATION_MET, previous="")

# What YAML could take for its own.
SIGNS = [
    *("null", "~", "- a", "a: b", "#", " #a", "'", '"', "{", "[a]", "!x", "&x", "*x"),
    *("%", "@", "`", "|", ">", "a\nb", " a ", "a\tb", "---", "...", "? a", "=", "<<"),
    *(
        "\ufeff",
        "\xa0b",
        "1.10",
        "Yes",
        "2026-11-24",
        "a:",
        ":a",
        ",",
        "a, b",
        "\n",
        "😀",
    ),
]
characters = st.characters(
    exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufffe\uffff"
)
words = st.sampled_from(SIGNS) | st.text(characters, min_size=1)
words = words.filter(str.strip)
letters = words.filter(has_letter)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
labels = st.builds(VersionLabel, days, st.integers(1, 99_999))
hashes = st.binary(min_size=1, max_size=4).map(content_sha256)
ids = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8})?", fullmatch=True)
locales = st.sampled_from(["en", "es", "zh-Hant", "es-US"])
sections = st.builds(LockedSection, id=ids, version=labels, sha256=hashes)
events = st.builds(
    Event,
    on=days,
    kind=st.sampled_from([kind for kind in EventKind if kind != EventKind.RESCHEDULED]),
    details=st.dictionaries(
        words.filter(lambda key: key not in {"on", "kind", "previous"}),
        words,
        max_size=3,
    ),
    previous=hashes,
)
leads = st.integers(0, 3660)
levels = st.sampled_from([f"L{number}" for number in range(7)])
finding_ids = st.builds(
    FindingId,
    rule=ids,
    subject=ids,
    section=st.just("") | ids,
    ordinal=st.integers(1, 999),
).map(str)
findings = st.builds(
    RecordedFinding,
    id=finding_ids,
    outcome=st.sampled_from(["needs-review", "material"]),
    category=st.sampled_from(CATEGORIES),
    direction=st.sampled_from(DIRECTIONS),
    lead_days=leads,
    reason=words,
    sources=st.lists(words, max_size=2).map(tuple),
    change=st.none() | words,
    before=st.just("") | words,
    after=st.just("") | words,
    evidence=hashes,
)
assessments = st.builds(
    RecordedAssessment,
    against=labels,
    rules=hashes,
    level=levels,
    direct_days=leads,
    reasons=st.lists(
        st.builds(
            RecordedReason,
            by=words,
            entry=words,
            level=levels,
            lead_days=leads,
            says=words,
        ),
        max_size=2,
    ).map(tuple),
    obligations=st.lists(
        st.builds(
            RecordedObligation,
            id=st.sampled_from(OBLIGATIONS),
            findings=st.lists(finding_ids, max_size=2).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
    findings=st.lists(findings, max_size=2).map(tuple),
)
records = st.builds(
    Record,
    version=labels,
    published=days,
    effective=days,
    supersedes=st.none() | labels,
    reaches=st.sampled_from(Reach),
    required_by_law=st.none() | letters,
    assessment=st.none() | assessments,
    approved=st.none() | st.builds(Approval, by=letters, on=days),
    decisions=st.lists(
        st.builds(
            Decision,
            finding=finding_ids,
            evidence=hashes,
            verdict=st.sampled_from(Verdict),
            by=letters,
            on=days,
            reason=letters,
            public=st.none() | words,
        ),
        max_size=2,
        unique_by=lambda one: one.finding,
    ).map(tuple),
    lock=st.builds(
        Lock,
        statement=st.builds(LockedFile, version=labels, sha256=hashes),
        locales=st.dictionaries(locales, st.lists(sections, max_size=3).map(tuple)),
        notices=st.dictionaries(locales, hashes),
    ),
    previous=st.none() | hashes,
    digest=hashes,
    events=st.lists(events, max_size=2).map(tuple),
)


def sound(record: Record, *events: Event) -> Record:
    """A record with its digest, and events that follow from one another."""
    made = replace(record, digest=record_digest(record), events=())
    for event in events:
        chained = replace(event, previous=last_hash(made))
        made = replace(made, events=(*made.events, chained))
    return made


def fault(text: str) -> str:
    """What is said about a text that gives no record."""
    record, found = parse_record(text.encode(), "record.yaml")
    assert record is None
    (diagnostic,) = found
    return str(diagnostic)


class TestWriteRecord:
    def test_form(self) -> None:
        """
        A record has one canonical form, in which a difference shows whole facts.
        """
        moved = Event(
            on=date(2026, 12, 1),
            kind=EventKind.RESCHEDULED,
            details={"effective": "2027-01-15", "reason": "Holidays: later"},
            previous=HASH,
        )
        expected = (
            f"{TEXT}digest: sha256:2da3d5a1\n"
            "events:\n"
            "- {on: 2026-12-01, kind: rescheduled, effective: 2027-01-15, reason: "
            f"'Holidays: later', previous: '{HASH}'}}\n"
        )

        assert expected == write_record(replace(RECORD, events=(moved,)))

    def test_form_of_an_assessment(self) -> None:
        """
        What was found and decided stands before the texts, and who approved the notice.
        """
        written = write_record(JUDGED)

        assert JUDGED_TEXT in written
        assert "\napproved: {by: A. Editor, on: 2026-11-24}\nlock:\n" in written

    @settings(max_examples=150, deadline=None)
    @given(record=records)
    def test_read_back(self, record: Record) -> None:
        """
        Whatever people write into a record, it is read as it was written.
        """
        written = write_record(record)

        assert (record, ()) == parse_record(written.encode(), "record.yaml")

    @settings(max_examples=50, deadline=None)
    @given(record=records)
    def test_one_form(self, record: Record) -> None:
        """
        A record that was read is written with the same bytes and has the same digest.
        """
        written = write_record(record)
        read, _ = parse_record(written.encode(), "record.yaml")
        assert read is not None

        assert written == write_record(read)
        assert record_digest(record) == record_digest(read)

    def test_unwritable(self) -> None:
        """
        A reason that could not be read back is refused before anything is written.
        """
        with pytest.raises(UnwritableTextError) as caught:
            write_record(replace(RECORD, required_by_law="Act\x1b[31m"))

        assert (
            r"'Act\x1b[31m' holds the character U+001B, which can't be written"
        ) == str(caught.value)


class TestDigest:
    def test_value(self) -> None:
        """
        The digest is a promise to all later programs: it never changes.
        """
        expected = (
            "sha256:ff9c06f201f0ad742ab6d3489eff714838062e5a912eb6f52d2f99b5a90de192"
        )

        assert expected == record_digest(RECORD)

    def test_own_value(self) -> None:
        """
        The digest is of everything but itself and the events.
        """
        other = sound(
            RECORD, Event(on=date(2027, 1, 1), kind=EventKind.DECIDED, previous="")
        )

        assert record_digest(RECORD) == record_digest(other)

    @pytest.mark.parametrize(
        "changes",
        [
            {"version": FIRST},
            {"published": date(2026, 11, 23)},
            {"effective": date(2026, 12, 30)},
            {"supersedes": None},
            {"reaches": Reach.NEW},
            {"required_by_law": "an Act"},
            {"previous": None},
            {"assessment": ASSESSMENT},
            {"decisions": (DECISION,)},
            {"approved": Approval(by="A. Editor", on=date(2026, 11, 24))},
            {"lock": replace(RECORD.lock, notices={"en": HASH})},
            {"lock": replace(RECORD.lock, locales={})},
        ],
        ids=lambda changes: next(iter(changes)),
    )
    def test_every_field(self, changes: dict[str, object]) -> None:
        """
        Whoever changes a recorded fact changes the digest.
        """
        changed = replace(RECORD, **changes)  # type: ignore[arg-type]

        assert record_digest(RECORD) != record_digest(changed)

    def test_order_of_keys(self) -> None:
        """
        The order in which locales are written is no fact.
        """
        lock = RECORD.lock
        ours = replace(lock, notices={"en": HASH, "es": HASH})
        theirs = replace(lock, notices={"es": HASH, "en": HASH})

        assert record_digest(replace(RECORD, lock=ours)) == (
            record_digest(replace(RECORD, lock=theirs))
        )


class TestRecordFaults:
    def test_sound(self) -> None:
        """
        A record agrees with its digest, and its events with one another.
        """
        assert () == record_faults(sound(RECORD, TOLD, MET))

    def test_edited(self) -> None:
        """
        A record that was edited doesn't agree with its digest.
        """
        edited = replace(sound(RECORD), effective=date(2026, 12, 1))

        assert ("its content doesn't match its digest",) == record_faults(edited)

    def test_new_digest(self) -> None:
        """
        A new digest over an edited record breaks the chain of its events.
        """
        old = sound(RECORD, TOLD)
        edited = replace(old, effective=date(2026, 12, 1))

        assert [
            "event 1 (notified on 2026-11-25) doesn't follow from what stands before it"
        ] == list(record_faults(replace(edited, digest=record_digest(edited))))

    @pytest.mark.parametrize(
        ("order", "expected"),
        [
            pytest.param([1], "event 1 (obligation-met on 2026-12-01)", id="removed"),
            pytest.param([1, 0], "event 1 (obligation-met on 2026-12-01)", id="turned"),
            pytest.param([0, 0], "event 2 (notified on 2026-11-25)", id="repeated"),
        ],
    )
    def test_events(self, order: list[int], expected: str) -> None:
        """
        An event that was removed, moved or repeated breaks the chain.
        """
        record = sound(RECORD, TOLD, MET)
        edited = replace(record, events=tuple(record.events[at] for at in order))

        assert (f"{expected} doesn't follow from what stands before it",) == (
            record_faults(edited)
        )

    def test_edited_event(self) -> None:
        """
        An event that was edited is noticed by the one after, or by the next to come.
        """
        record = sound(RECORD, TOLD, MET)
        told = replace(record.events[0], details={"channel": "site"})

        assert event_hash(told) != event_hash(record.events[0])
        assert (
            "event 2 (obligation-met on 2026-12-01) doesn't follow from what stands "
            "before it"
        ) == record_faults(replace(record, events=(told, record.events[1])))[0]


class TestParseRecord:
    @pytest.mark.parametrize(
        ("before", "after", "first"),
        [
            pytest.param(
                "reaches: all",
                "reaches: all\nreach: all",
                'key-unknown: "reach" is not a key of record.yaml',
                id="unknown key",
            ),
            pytest.param(
                "effective: 2026-12-31",
                "effective: soon",
                'value-invalid: "soon" is not a date in the form 2026-11-24 '
                '(key "effective")',
                id="no date",
            ),
            pytest.param(
                "id: lending",
                "id: ../lending",
                'value-invalid: "../lending" is not an id (lower-case letters, digits '
                'and hyphens) (key "lock.locales.en.id")',
                id="path as id",
            ),
            pytest.param(
                "    en:",
                "    ../en:",
                'value-invalid: "../en" is not a locale (key "lock.locales")',
                id="path as locale",
            ),
            pytest.param(
                "version: 2026-11-24\np",
                "version: 2026-11-24.1\np",
                'value-invalid: "2026-11-24.1" is not a version label in the form '
                '2026-11-24 or 2026-11-24.2 (key "version")',
                id="two forms of a label",
            ),
            pytest.param(
                "decisions: []",
                "decisions: &a []",
                "yaml-broken: record.yaml can't be read as YAML: it uses the anchor "
                '"a"',
                id="anchor",
            ),
        ],
    )
    def test_faults(self, before: str, after: str, first: str) -> None:
        """
        What no command would write is a fault, with its line.
        """
        text = f"{TEXT}digest: {HASH}\nevents: []\n".replace(before, after, 1)

        assert first in fault(text)

    @pytest.mark.parametrize(
        ("before", "after", "first"),
        [
            pytest.param(
                "  level: L5\n",
                "  level: L7\n",
                'value-invalid: "L7" is not a notice level from L0 to L6 '
                '(key "assessment.level")',
                id="level",
            ),
            pytest.param(
                "direct_days: 14",
                "direct_days: 3661",
                'value-invalid: "3661" is not a whole number from 0 to 3660 '
                '(key "assessment.direct_days")',
                id="days",
            ),
            pytest.param(
                "outcome: material",
                "outcome: editorial",
                '"editorial" is not one of "needs-review", "material"',
                id="outcome",
            ),
            pytest.param(
                "verdict: material",
                "verdict: maybe",
                '"maybe" is not one of "material", "editorial"',
                id="verdict",
            ),
            pytest.param(
                "  rules:", "  rule:", 'key-unknown: "rule" is not a key', id="key"
            ),
        ],
    )
    def test_faults_of_an_assessment(self, before: str, after: str, first: str) -> None:
        """
        What no review would find, and nobody could decide, is a fault.
        """
        text = write_record(replace(JUDGED, digest=HASH))
        assert before in text

        _, found = parse_record(text.replace(before, after, 1).encode(), "record.yaml")

        assert any(first in str(one) for one in found)

    def test_without_an_assessment(self) -> None:
        """
        A record that has none is read as one that has none, not as an empty one.
        """
        text = write_record(sound(RECORD))
        read, _ = parse_record(text.encode(), "record.yaml")

        assert read is not None
        assert (None, None) == (read.assessment, read.approved)
        assert "assessment" not in text
        assert "approved" not in text

    def test_rescheduling_without_a_day(self) -> None:
        """
        An event that moves a version says to which day.
        """
        moved = Event(on=date(2026, 12, 1), kind=EventKind.RESCHEDULED, previous="")

        assert fault(write_record(sound(RECORD, moved))) == (
            'record.yaml: error value-invalid: an event of the kind "rescheduled" has '
            'no date as "effective"\n'
            "  hint: Events are written by commands: bring the file back as it was."
        )

    def test_unknown_event(self) -> None:
        """
        An event of a kind that the program doesn't know is not passed over.
        """
        text = write_record(sound(RECORD, MET))

        assert 'error value-invalid: "obligation-lost" is not one of "adopted", ' in (
            fault(text.replace("obligation-met", "obligation-lost"))
        )


class TestWordsOfTheRules:
    def test_categories(self) -> None:
        """
        A record knows every category and direction of the rules, and no other.
        """
        assert set(Category) == set(CATEGORIES)
        assert set(Direction) == set(DIRECTIONS)

    def test_obligations(self) -> None:
        """
        It knows everything that people can be asked.
        """
        levels = (Level.L5, Level.L6)
        asked = {f"{level.word}-{whom}" for level in levels for whom in Asked}

        assert asked == set(OBLIGATIONS)


class TestOddRecords:
    @pytest.mark.parametrize(
        ("was", "now", "message"),
        [
            pytest.param(
                "id: amount:retention:lending:1",
                "id: x",
                '"x" is not a finding\'s id such as amount:retention:web-logs:1 (key '
                '"assessment.findings.id")',
                id="id",
            ),
            pytest.param(
                "category: retention",
                "category: x",
                '"x" is not one of "data-collected"',
                id="category",
            ),
            pytest.param(
                "direction: worse-for-user",
                "direction: x",
                '"x" is not one of "worse-for-user"',
                id="direction",
            ),
            pytest.param(
                "id: choice-people",
                "id: choice-x",
                '"choice-x" is not one of "choice-people"',
                id="obligation",
            ),
            pytest.param(
                "verdict: material, by: A. Editor",
                "verdict: material, by: .",
                '"." is not text with a letter in it (key "decisions.by")',
                id="name",
            ),
        ],
    )
    def test_refused(self, was: str, now: str, message: str) -> None:
        """
        What no command would have written is refused with a message.
        """
        text = write_record(sound(JUDGED))
        assert was in text

        assert message in fault(text.replace(was, now))

    def test_two_decisions(self) -> None:
        """
        Of two decisions about one finding, each reader would take another.
        """
        other = replace(DECISION, verdict=Verdict.EDITORIAL)

        assert (
            "record.yaml: error value-invalid: the finding "
            "amount:retention:lending:1 has two decisions\n"
            "  hint: Keep the one that counts: `duenotice decide` takes the place of "
            "an earlier decision."
        ) == fault(write_record(sound(replace(JUDGED, decisions=(DECISION, other)))))
