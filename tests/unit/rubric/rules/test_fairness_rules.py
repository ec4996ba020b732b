"""Rules R6xx: ratings that are fair to people, and files that hold nobody's data."""

import pytest
from builders import criterion, rubric
from rule_examples import found

from qa_toolkit.rubric.personal_data import masked, personal_data

SHIFT = {"id": "mood", "kind": "sentiment_shift", "at_least": 0.5, "points": 2}
SURVEY = {"id": "csat", "kind": "attribute", "metadata": "csat", "at_least": 4, "points": 2}
SORRY = {"id": "sorry", "kind": "phrase", "any": ["sorry"], "points": 2}


def asked(question: str, **fields: object) -> dict[str, object]:
    """A question that people answer, yes or no."""
    known = {"id": "s.c", "question": question, "type": "yes_no", "rate": "manual"}
    return known | fields


def messages(code: str, *criteria: dict[str, object], **fields: object) -> list[str]:
    return [message for _, message in found(code, rubric(*criteria, **fields))]


def test_sentiment_must_not_fail_anybody() -> None:
    known = rubric(criterion(critical=True, indicators=[SORRY, SHIFT]))
    assert [path[4:] for path, _ in found("R601", known)] == [("indicators", 1, "kind")]
    assert messages("R601", criterion(indicators=[SORRY, SHIFT])) == []
    assert messages("R601", criterion(critical=True)) == []


def test_sentiment_must_not_make_a_critical_criterion_apply() -> None:
    critical = criterion(critical="customer", applies_when={"customer": "trouble"})
    cue = {"any": ["broken"]}
    assert messages("R601", critical, cues={"trouble": cue}) == []
    (told,) = messages("R601", critical, cues={"trouble": cue | {"sentiment_below": -0.5}})
    assert told.endswith("the cue 'trouble' has 'sentiment_below'")


def test_a_cue_that_is_nowhere_is_no_matter_of_sentiment() -> None:
    critical = criterion(critical=True, applies_when={"customer": "nowhere"})
    assert messages("R601", critical) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("write to dana.price@northwind-bikes.com, please", "e-mail address"),
        ("call 07911 123456", "telephone number"),
        ("call +49 (30) 1234 5678 now", "telephone number"),
        ("call (212) 867-5309", "telephone number"),
        ("call 1-212-867-5309", "telephone number"),
        ("06 12 34 56 78", "telephone number"),
        ("pay with 4111 1111 1111 1111", "card number"),
        ("5500005555555559", "card number"),
        ("SSN 123-45-6789", "social security number"),
        ("NI number AB 12 34 56 C", "social security number"),
        ("to GB29 NWBK 6016 1331 9268 19", "IBAN"),
        ("DE89370400440532013000", "IBAN"),
    ],
)
def test_personal_data_is_found_with_its_kind(text: str, kind: str) -> None:
    ((start, end, found_kind),) = personal_data(text)
    assert found_kind == kind
    assert text[start:end].strip(" ,") == text[start:end] != ""


@pytest.mark.parametrize(
    "text",
    [
        "support@northwind.com, no-reply@northwind.com and Support-Team@northwind.com",
        "dana@example.com or dana@mail.example.org or dana@shop.test",
        "call 0800 123 456, 1-800-555-1234 or 0300 123 4567",
        "in films: 07700 900123, +44 (0)20 7946 0123, 0161 496 0123, 212-555-0123",
        "4111 1111 1111 1112",
        "0000 0000 0000 0000",
        "GB28 NWBK 6016 1331 9268 19",
        "XX00 ABCD EFGH",
        "000-12-3456 and 900-12-3456",
        "on 2024-01-31 10:30:00, that is 31.01.2024 10:30",
        "order 1234567890 and parcel JD0002233445566",
        "https://example.com/orders/0123456789012",
        "10 000 000 pounds or $1,000,000.00 or £0123456789",
        "0.123456789",
        "0 1 2 3 4 5 6 7 8 9",
        "010101 0101",
        "1.0.0-20240131123456",
        "24/7, from 9 to 5",
        "a @ b",
    ],
)
def test_what_belongs_to_nobody_is_let_pass(text: str) -> None:
    assert list(personal_data(text)) == []


def test_finds_come_in_order_and_do_not_overlap() -> None:
    text = "07911 123456, 07911123456@x.io, DE89370400440532013000"
    kinds = [kind for _, _, kind in personal_data(text)]
    assert kinds == ["telephone number", "e-mail address", "IBAN"]


@pytest.mark.parametrize(
    "text", ["1 " * 50_000, "+1 (1) " * 20_000, "a." * 50_000 + "@" + "b." * 9]
)
def test_no_text_keeps_the_search_busy(text: str) -> None:
    assert list(personal_data(text)) == []


@pytest.mark.parametrize(("text", "shown"), [("dana@x.io", "d…@…"), ("4111 1111 1111 1111", "…11")])
def test_a_find_is_shown_masked(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_personal_data_is_looked_for_in_every_text() -> None:
    mail = "dana@x.io"
    options = [{"id": "a", "text": mail, "points": 1}, {"id": "b", "text": "b", "points": 0}]
    ranges = [{"below": 1, "text": mail, "points": 1}, {"from": 1, "points": 0}]
    texts = {"question": mail, "guidance": mail, "tips": {0: mail}, "causes": {0: ["x", mail]}}
    known = rubric(
        title=mail,
        description=mail,
        cues={"trouble": {"any": [mail]}},
        sections=[
            {"id": "s", "title": mail, "guidance": mail, "weight": 1, "criteria": [
                criterion(scale={0: mail, 1: "b"}, **texts),
                asked("Which?", id="s.d", type="choice", options=options),
                asked("How many?", id="s.e", type="number", ranges=ranges),
            ]},
        ],
    )  # fmt: skip
    assert [path[-1] for path, _ in found("R602", known)] == [
        "title", "description", "title", "guidance", "question", "guidance", 0, 0, 1,
        "text", "text", 0,
    ]  # fmt: skip


def test_the_message_does_not_repeat_the_data() -> None:
    told = messages("R602", asked("Is it so?", guidance="As in 07911 123456."))
    assert told == ["what looks like personal data: telephone number …56"]


def test_no_appeal_is_told() -> None:
    assert len(messages("R603")) == 1
    assert messages("R603", appeal_days=7) == []


@pytest.mark.parametrize(
    ("question", "trait"),
    [
        ("Does the agent speak without an accent?", "accent"),
        ("Does the agent sound like a native speaker?", "native speaker"),
        ("Does the agent have a deep voice?", "deep voice"),
        ("Does the agent use an English name?", "english name"),
        ("Is the agent’s gender clear?", "gender"),
        ("Is the age of the staff member known?", "age"),
        ("Was a young agent on duty?", "young"),
        ("Was the assistant male?", "male"),
    ],
)
def test_points_for_what_a_person_is_are_told(question: str, trait: str) -> None:
    assert messages("R604", asked(question)) == [f"'{trait}' is what somebody is, not what they do"]


@pytest.mark.parametrize(
    "question",
    [
        "Does the agent say their name?",
        "Does the agent ask for the customer's age?",
        "Does the agent understand the customer's strong accent?",
        "Does the agent respect the customer's religion?",
        "Does the agent speak the customer's language?",
        "Does the agent ignore an accent?",
        "Is the old price shown?",
        "Is staff age verification carried out?",
        "Does the agent leave out the sales pitch?",
    ],
)
def test_facts_and_deeds_are_let_pass(question: str) -> None:
    assert messages("R604", asked(question)) == []


@pytest.mark.parametrize(
    ("guidance", "told"),
    [
        ("An accent does not count.", 0),
        ("Do not mark down for dialect.", 0),
        ("Rate what is said, whatever the accent.", 0),
        ("Agents lose no points for an accent.", 0),
        ("Nothing counts twice. Deduct for a strong accent.", 1),
        ("No points for a strong accent.", 1),
    ],
)
def test_guidance_may_set_a_trait_aside(guidance: str, told: int) -> None:
    assert len(messages("R604", asked("Is it clear?", guidance=guidance))) == told


def test_traits_are_looked_for_in_levels_and_options() -> None:
    known = rubric(
        asked("How does it sound?", type="scale", scale={0: "a dialect", 1: "accent-free"})
    )
    assert [path[4:] for path, _ in found("R604", known)] == [("scale", 0), ("scale", 1)]


def line(name: str, *phrases: str, **fields: object) -> dict[str, object]:
    """A criterion that credits sentences of the agent."""
    said = {"id": "said", "kind": "phrase", "any": list(phrases), "points": 2} | fields
    return criterion(id=f"s.{name}", indicators=[said])


SCRIPT = [line("a", "thank you for calling"), line("b", "anything else I can do")]


def test_a_rubric_of_sentences_is_a_script() -> None:
    known = rubric(*SCRIPT)
    assert [path for path, _ in found("R605", known)] == [("sections",)]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(line("c", "thank you for calling", "hello"), id="two wordings"),
        pytest.param(line("c", "(thanks|thank you) for calling"), id="alternatives"),
        pytest.param(line("c", "thank you [all] for calling"), id="an option"),
        pytest.param(line("c", "thank you ~2 calling"), id="a gap"),
        pytest.param(line("c", "thank you for call*"), id="a stem"),
        pytest.param(line("c", "thank you"), id="words that everybody uses"),
        pytest.param(line("c", "it works for me", speaker="customer"), id="the customer's words"),
        pytest.param(asked("Is it right?", id="s.c"), id="rated by people"),
        pytest.param(criterion(indicators=[SURVEY]), id="no words"),
    ],
)
def test_one_criterion_in_other_words_makes_it_no_script(other: dict[str, object]) -> None:
    assert messages("R605", *SCRIPT, other) == []


def test_a_single_criterion_is_no_script() -> None:
    assert messages("R605", SCRIPT[0], asked("What else?", id="s.t", type="text")) == []


@pytest.mark.parametrize(
    ("weights", "told"),
    [
        pytest.param((1, 3), ["25 percent of the total rest on surveys or the customer's mood"], id="a quarter"),
        pytest.param((1, 4), [], id="a fifth"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("indicator", [SHIFT, SURVEY], ids=["mood", "survey"])
def test_what_agents_cannot_control_weighs_little(
    indicator: dict[str, object], weights: tuple[int, int], told: list[str]
) -> None:
    beyond = criterion(weight=weights[0], indicators=[indicator])
    assert messages("R606", beyond, criterion(id="s.d", weight=weights[1])) == told


@pytest.mark.parametrize(
    "criterion",
    [
        pytest.param(criterion(indicators=[SHIFT, SORRY]), id="words earn points, too"),
        pytest.param(criterion(indicators=[SURVEY | {"metadata": "process"}]), id="another fact"),
        pytest.param(criterion(indicators=[SURVEY], rate="manual"), id="rated by people"),
        pytest.param(criterion(indicators=[SURVEY], bonus=True), id="a bonus"),
        pytest.param(criterion(indicators=[SURVEY | {"points": -1}], base=2), id="only a loss"),
    ],
)
def test_what_agents_can_control_may_weigh_all(criterion: dict[str, object]) -> None:
    assert messages("R606", criterion) == []
