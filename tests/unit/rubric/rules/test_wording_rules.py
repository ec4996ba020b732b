"""Rules R4xx: questions and levels that two people read alike."""

import pytest
from builders import rubric
from rule_examples import found


def asked(question: str, **fields: object) -> dict[str, object]:
    """A question that people answer, yes or no."""
    known = {"id": "s.c", "question": question, "type": "yes_no", "rate": "manual"}
    return known | fields


def scale(question: str, *levels: str, **fields: object) -> dict[str, object]:
    return asked(question, type="scale", scale=dict(enumerate(levels))) | fields


def messages(code: str, *criteria: dict[str, object], **fields: object) -> list[str]:
    return [message for _, message in found(code, rubric(*criteria, **fields))]


def places(
    code: str, *criteria: dict[str, object], **fields: object
) -> list[tuple[str | int, ...]]:
    """Where a rule complains, within the only criterion."""
    return [path[4:] for path, _ in found(code, rubric(*criteria, **fields))]


@pytest.mark.parametrize(
    "question",
    [
        "Does the agent greet and verify?",
        "Does the agent greet the customer and verify their identity?",
        "Does the agent apologise or explain?",
        "Does the agent ask and answer in full sentences?",
        "Does the agent greet, verify, and thank the customer?",
        "Does the agent summarise and also offer a date?",
        "Does the agent listen and carefully respond?",
        "Did the agent confirm the problem and, if needed, escalate it?",
        "Does the agent state their name as well as explain the reason?",
        "Did the advisor confirm the order and check the address?",
        "Does the agent take the call and answer the question?",
        "When it stays open, does the agent promise a date, and follow up?",
        "Was the customer greeted and thanked?",
        "Was the customer told the price and given a receipt?",
        "Was the customer transferred and then identified?",
        "Is the agent listening and responding?",
        "Is the agent polite and professional?",
        "Does the agent speak clearly and slowly?",
        "Was the call transferred and was the customer told?",
        "Greets the customer and verifies identity",
        "Greet the customer by name & confirm the address",
    ],
)
def test_two_behaviours_are_two_questions(question: str) -> None:
    assert places("R401", asked(question)) == [("question",)]


@pytest.mark.parametrize(
    "question",
    [
        "Does the agent handle calls and chats?",
        "Does the agent ask who is there and why?",
        "Does the agent verify name and address?",
        "Does the agent ask for the name and order number?",
        "Does the agent say please and thank you?",
        "Does the customer know what happens next, and when?",
        "When the customer calls and complains, does the agent apologise?",
        "Does the agent apologise when customers call and complain?",
        "Does the agent explain how to install and use the product?",
        "Does the agent try and help?",
        'Does the agent say "wait and see"?',
        "Does the agent keep the matter, without blaming others or hiding behind policy?",
        "Does the agent offer help and support?",
        "Does the agent give sound and complete advice?",
        "Are prices and opening hours in sight?",
        "Is the cause explained?",
        "Is the agent dressed in black and blue?",
        "Names the cause and the remedy",
        "Does the agent greet and",
    ],
)
def test_two_objects_of_one_behaviour_are_one_question(question: str) -> None:
    assert places("R401", asked(question)) == []


def test_choices_may_name_what_there_is_to_choose_from() -> None:
    options = [{"id": "a", "text": "greets", "points": 1}, {"id": "b", "text": "not", "points": 0}]
    either = asked("Does the agent greet or ignore you?", type="choice", options=options)
    both = asked("What does the agent do: greet and ask?", type="multi_choice", options=options)
    assert messages("R401", either) == messages("R401", both) == []


@pytest.mark.parametrize("code", ["R401", "R402", "R403", "R407", "R408", "R604"])
def test_english_words_are_looked_for_in_english_rubrics_only(code: str) -> None:
    channels = {"channels": ["visit"]}
    wrong = [
        asked("Does the agent greet and verify?"),
        asked("Isn't the tone appropriate, nice, without an accent?"),
        asked("Greeting"),
    ]
    assert messages(code, *wrong, applies_to=channels)
    assert messages(code, *wrong, applies_to=channels, language=["de", "en"]) == []


@pytest.mark.parametrize("code", ["R401", "R402", "R403", "R407", "R412", "R604"])
def test_what_is_not_scored_may_be_worded_freely(code: str) -> None:
    question = f"Greet and verify, never without an accent, as appropriate: {'and so on ' * 30}"
    assert messages(code, asked(question, type="text"), asked("Comments", type="text")) == []


@pytest.mark.parametrize(
    ("criterion", "word"),
    [
        pytest.param(asked("Is the greeting appropriate?"), "appropriate", id="nothing else"),
        pytest.param(
            scale("Is the greeting appropriate?", "inappropriate", "an appropriate greeting"),
            "appropriate",
            id="levels repeat it",
        ),
        pytest.param(
            asked("Is it appropriate?", guidance="Use common sense."), "appropriate", id="guidance"
        ),
        pytest.param(
            asked("Does the agent escalate where necessary?"), "where necessary", id="turn"
        ),
    ],
)
def test_a_vague_word_in_a_question_is_told(criterion: dict[str, object], word: str) -> None:
    expected = f"'{word}' says nothing that two people would see alike"
    assert messages("R402", criterion) == [expected]


@pytest.mark.parametrize(
    "criterion",
    [
        pytest.param(
            scale("Is the greeting appropriate?", "no greeting", "hello, and a name"), id="levels"
        ),
        pytest.param(
            asked("Is the greeting appropriate?", guidance="A hello, and the company's name."),
            id="guidance",
        ),
        pytest.param(asked("Does the agent say good morning?"), id="greeting"),
        pytest.param(asked('Does the agent say "have a good day"?'), id="quotation"),
        pytest.param(asked("Are the goods on the shelf?"), id="part of a word"),
        pytest.param(scale("Is it done?", "poor", "good"), id="bare levels are told by R404"),
        pytest.param(
            scale("How does it end?", "no wish", "wishes well or says goodbye, well in time"),
            id="level with substance",
        ),
    ],
)
def test_a_vague_word_with_a_meaning_is_let_pass(criterion: dict[str, object]) -> None:
    assert messages("R402", criterion) == []


def test_a_vague_level_is_told_at_its_place() -> None:
    criterion = scale("How is the call closed?", "no closing", "an adequate closing", "a wish")
    assert places("R402", criterion) == [("scale", 1)]


@pytest.mark.parametrize(
    ("question", "negative"),
    [
        ("Does the agent not interrupt?", "not"),
        ("Does the agent avoid jargon?", "avoid"),
        ("Isn't the agent rude?", "isn't"),
        ("Does the agent never swear?", "never"),
        ("Does the agent refrain from blaming?", "refrain"),
        ("Did the agent fail to greet?", "fail to"),
        ("Are there no empty shelves?", "no"),
        ("Never interrupts the customer", "never"),
        ("When it takes long, is the customer not left alone?", "not"),
    ],
)
def test_a_question_for_what_should_not_be_is_told(question: str, negative: str) -> None:
    expected = f"asks for what should not be ('{negative}'), yes means no"
    assert messages("R403", asked(question)) == [expected]


@pytest.mark.parametrize(
    "question",
    [
        "Does the agent say what is not covered?",
        "When the answer is not known, does the agent find out?",
        "Does the agent explain why it can't be done?",
        "Does the agent tell the customer not to worry?",
        "Does the agent greet, not only answer?",
        "Is the caller known or not?",
        'Does the agent say "we do not know"?',
        "How does the agent avoid silence?",
        "Is the reply without delay?",
        "Is nothing left on the counter?",
    ],
)
def test_a_negation_beside_the_question_is_let_pass(question: str) -> None:
    assert messages("R403", asked(question)) == []


@pytest.mark.parametrize("text", ["", " ", "1", "2 points", "Level 2", "good", "OK.", "not met"])
def test_a_level_without_words_is_told(text: str) -> None:
    assert places("R404", scale("Is it done?", "leaves it open", text)) == [("scale", 1)]


@pytest.mark.parametrize("text", ["done in part", "greets", "good: names it", "30 seconds"])
def test_a_level_with_words_is_let_pass(text: str) -> None:
    assert messages("R404", scale("Is it done?", "leaves it open", text)) == []


def test_answers_of_yes_and_no_may_be_bare_but_not_empty() -> None:
    assert messages("R404", asked("Is it done?", scale={0: "no", 1: "yes"})) == []
    assert places("R404", asked("Is it done?", scale={0: "no", 1: ""})) == [("scale", 1)]


def test_options_may_be_numbers() -> None:
    options = [{"id": f"o{n}", "text": str(n), "points": n} for n in range(3)]
    assert messages("R404", asked("How many?", type="choice", options=options)) == []


def test_a_grade_is_known_in_english_and_a_number_in_any_language() -> None:
    levels = scale("Ist es erledigt?", "good", "2")
    assert places("R404", levels, language="de") == [("scale", 1)]


def test_levels_with_the_same_words_are_told() -> None:
    criterion = scale("How?", "a greeting", "no greeting", "A greeting.")
    assert messages("R405", criterion) == ["says the same as scale 0: 'A greeting.'"]


def test_options_with_the_same_words_are_told_and_empty_levels_are_not() -> None:
    options = [{"id": f"o{n}", "text": "Walked by", "points": n} for n in range(2)]
    choice = asked("How?", type="choice", options=options)
    assert messages("R405", choice) == ["says the same as options 1: 'Walked by'"]
    assert messages("R405", scale("How?", "", "")) == []


def test_ranges_with_the_same_words_are_told() -> None:
    ranges = [{"below": 5, "text": "late", "points": 1}, {"from": 5, "text": "late", "points": 0}]
    number = asked("How many minutes?", type="number", ranges=[*ranges, {"points": 0}])
    assert places("R405", number) == [("ranges", 1, "text")]


@pytest.mark.parametrize(
    ("by_people", "by_machine", "channels", "told"),
    [
        pytest.param(16, 0, ["call"], 1, id="too many for people"),
        pytest.param(15, 15, ["call"], 0, id="as many as anybody rates"),
        pytest.param(10, 21, ["call"], 1, id="too many in all"),
        pytest.param(30, 0, ["visit"], 0, id="a visit"),
        pytest.param(31, 0, ["visit"], 1, id="a long visit"),
    ],
)
def test_criteria_are_counted(
    by_people: int, by_machine: int, channels: list[str], told: int
) -> None:
    rated = {
        "rate": "any",
        "indicators": [{"id": "a", "kind": "phrase", "any": ["so"], "points": 1}],
    }
    people = [asked("Is it so?", id=f"s.p{n}") for n in range(by_people)]
    machine = [asked("Is it so?", id=f"s.m{n}") | rated for n in range(by_machine)]
    unscored = [asked("What else?", id=f"s.t{n}", type="text") for n in range(20)]
    applies = {"channels": channels}
    assert len(messages("R406", *people, *machine, *unscored, applies_to=applies)) == told


@pytest.mark.parametrize(
    "question", ["Greeting", "Call opening", "Greeting?", "Use of hold", "Tone of voice", "..."]
)
def test_a_heading_is_no_question(question: str) -> None:
    assert messages("R407", asked(question)) == [f"'{question}' asks nothing"]


@pytest.mark.parametrize(
    "question",
    [
        "Is it so?",
        "Name badge worn?",
        "Greets the customer",
        "Agent verified identity",
        "Does the agent greet",
        "The agent answers the question",
        "Customer's name used",
    ],
)
def test_a_sentence_is_as_good_as_a_question(question: str) -> None:
    assert messages("R407", asked(question)) == []


VISIT = {"channels": ["visit"]}


@pytest.mark.parametrize("question", ["Did the staff seem friendly?", "Is the shop beautiful?"])
def test_an_opinion_in_a_question_for_shoppers_is_told(question: str) -> None:
    assert places("R408", asked(question), applies_to=VISIT) == [("question",)]
    assert messages("R408", asked(question)) == []


@pytest.mark.parametrize(
    "criterion",
    [
        pytest.param(scale("Is the shop beautiful?", "no", "yes"), id="a scale"),
        pytest.param(
            asked("Is the greeting friendly?", guidance="Eye contact and a smile."), id="guidance"
        ),
        pytest.param(asked('Do they say "nice to meet you"?'), id="quotation"),
        pytest.param(asked("Do they say nice to meet you?"), id="plain use"),
    ],
)
def test_an_opinion_that_is_a_fact_is_let_pass(criterion: dict[str, object]) -> None:
    assert messages("R408", criterion, applies_to=VISIT) == []


def test_a_critical_criterion_for_people_needs_guidance() -> None:
    assert places("R409", asked("Is it safe?", critical=True)) == [("question",)]
    assert messages("R409", asked("Is it safe?", critical=True, guidance="No leaks.")) == []
    assert messages("R409", asked("Is it safe?")) == []


def test_guidance_of_the_section_is_guidance_for_its_parts() -> None:
    critical = [asked("Is it safe?", critical=True)]
    part = {"id": "p", "title": "P", "weight": 1, "criteria": critical}
    section = {"id": "s", "title": "S", "weight": 1, "sections": [part]}
    assert len(messages("R409", sections=[section])) == 1
    assert messages("R409", sections=[section | {"guidance": "A leak is a failure."}]) == []
    assert messages("R409", sections=[section | {"sections": [part | {"guidance": "So."}]}]) == []


def test_a_yes_or_no_for_people_needs_words_somewhere() -> None:
    assert places("R413", asked("Is it so?")) == [("question",)]
    assert places("R413", asked("Is it so?", scale={0: "no", 1: "yes"})) == [("question",)]
    assert messages("R413", asked("Is it so?", scale={0: "no word", 1: "says it"})) == []
    assert messages("R413", asked("Is it so?", guidance="Says it.")) == []
    assert messages("R413", asked("Is it so?", critical=True)) == []
    assert messages("R413", scale("Is it so?", "1", "2")) == []


def test_a_level_without_tip_is_told_where_others_have_tips() -> None:
    one = scale("Is it so?", "no word", "a word", "a sentence", tips={1: "Say more.", 0: " "})
    assert messages("R410", one) == ["no tip for level 0"]
    both = one | {"tips": {2: "Keep it up."}}
    assert messages("R410", both) == ["no tip for levels 0, 1"]


def test_a_rubric_without_tips_is_told_once() -> None:
    two = [scale("Is it so?", "a", "b", id=f"s.{name}") for name in "ab"]
    assert len(messages("R410", *two)) == 1


@pytest.mark.parametrize(
    "criterion",
    [
        pytest.param(asked("Is it so?"), id="yes or no for people"),
        pytest.param(scale("Is it safe?", "leaks", "safe", critical=True), id="breach or not"),
        pytest.param(
            asked("Which?", type="multi_choice", options=[{"id": "a", "text": "A", "points": 1}]),
            id="options",
        ),
    ],
)
def test_what_nobody_practises_needs_no_tip(criterion: dict[str, object]) -> None:
    assert messages("R410", criterion) == []


def test_a_machine_rated_yes_or_no_needs_a_tip_but_not_in_visits() -> None:
    thanks = {"id": "a", "kind": "phrase", "any": ["thanks"], "points": 1}
    criterion = asked("Is it so?", rate="any", indicators=[thanks])
    assert len(messages("R410", criterion)) == 1
    assert messages("R410", criterion, applies_to=VISIT) == []


def test_titles_are_told_apart_among_siblings_only() -> None:
    def section(name: str, title: str, *parts: str) -> dict[str, object]:
        inner = [
            {"id": f"{name}{n}", "title": part, "weight": 1, "criteria": [asked("Is it?")]}
            for n, part in enumerate(parts)
        ]
        return {"id": name, "title": title, "weight": 1, "sections": inner}

    sections = [section("a", "Start", "Hello", "hello"), section("b", "START!", "Hello")]
    assert found("R411", rubric(sections=sections)) == [
        (("sections", 1, "title"), "'b' has the title of 'a'"),
        (("sections", 0, "sections", 1, "title"), "'a1' has the title of 'a0'"),
    ]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("word " * 25, 0, id="25 words"),
        pytest.param("word " * 26, 1, id="26 words"),
        pytest.param("c" * 180, 0, id="180 characters"),
        pytest.param("c" * 181, 1, id="181 characters"),
    ],
)
def test_the_length_of_a_question_is_bounded(question: str, told: int) -> None:
    assert len(messages("R412", asked(question), language="de")) == told
