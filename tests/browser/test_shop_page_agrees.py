"""What the page's scripts decide, the domain decides alike: in the same cases, in a browser."""

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import shop_builders
from playwright.sync_api import Browser, Page
from shop_served import SHOP, Served, project_with_shop, served

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.shop.form import AskedWhen, Choice, FormQuestion, FormSection, ShopForm
from qa_toolkit.domain.shop.log import Mark, ShopLog, TimeMark, measured_s
from qa_toolkit.shops.checks.words import words
from qa_toolkit.shops.forms import read_log
from qa_toolkit.shops.forms.moments import Clock, written
from qa_toolkit.shops.interview.answers import Wrong, read_answer
from qa_toolkit.web.assets import assets, version
from qa_toolkit.web.pages.form_page import form_facts
from qa_toolkit.web.received import log_document
from qa_toolkit.workbooks.plain import Unclear
from qa_toolkit.workflow.project import Project

pytestmark = pytest.mark.browser

CHOICES = tuple(Choice(value=one, text=one) for one in ("a", "b", "c"))
LEVELS = tuple(Choice(value=str(one), text=str(one)) for one in range(3))
ANSWERS: Mapping[str, tuple[Answer, ...]] = {
    "yes_no": ("yes", "no", "na"),
    "scale": (0, 1, 2, "na"),
    "choice": ("a", "b", "c", "na"),
    "multi_choice": ((), ("a",), ("a", "c"), ("b",), "na"),
    "number": (0, 1, 1.5, 2, 3, 29.9, 30, -1, "na"),
    "text": ("yes", "some words"),
}
MOST_QUESTIONS = 9


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with project_with_shop(tmp_path_factory.mktemp("agrees") / "project") as opened:
        yield opened


@pytest.fixture(scope="module")
def server(project: Project) -> Iterator[Served]:
    with served(project) as running:
        yield running


@pytest.fixture(scope="module")
def page(browser: Browser, server: Served) -> Iterator[Page]:
    opened = browser.new_page()
    opened.goto(server.url)
    yield opened
    opened.close()


def chances(seed: int) -> random.Random:
    """The same cases in every run."""
    return random.Random(seed)  # noqa: S311 - not a secret


def told(page: Page, module: str, expression: str, value: object) -> list[Any]:
    """What a script of the page says of each of these values."""
    script = (
        f"async values => {{ const m = await import('/static/{version()}/{module}.js');"
        f"return values.map({expression}) }}"
    )
    return list(page.evaluate(script, json.loads(json.dumps(value))))


def a_condition(chance: random.Random, other: FormQuestion) -> AskedWhen:
    if other.type == "number":
        bounds = sorted(chance.choice([None, 0.0, 1.5, 3.0, 30.0]) or 0.0 for _ in range(2))
        low, high = chance.choice([(None, bounds[1]), (bounds[0], None), (bounds[0], bounds[1])])
        return AskedWhen(question=other.id, spans=((low, high),))
    known = ["yes", "no", "a", "b", "c", "0", "1", "2"]
    return AskedWhen(question=other.id, values=frozenset(chance.sample(known, 4)))


def a_form(chance: random.Random) -> ShopForm:
    """Questions of every type, each waiting for up to three that stand before it."""
    questions: list[FormQuestion] = []
    for number in range(chance.randint(2, MOST_QUESTIONS)):
        before = chance.sample(questions, min(len(questions), chance.randint(0, 3)))
        kind = chance.choice(list(ANSWERS))
        questions.append(
            FormQuestion(
                id=f"s.q{number}",
                section="s",
                heading="",
                text=f"Question {number}?",
                guidance="",
                type=kind,  # type: ignore[arg-type]  # the keys of ANSWERS are answer types
                choices=LEVELS if kind == "scale" else CHOICES,
                when=tuple(a_condition(chance, other) for other in before),
                any_of=chance.random() < 0.5,
                comment_at=frozenset({"no"} if kind == "yes_no" else ()),
            )
        )
    section = FormSection(id="s", title="S", guidance="", questions=tuple(questions))
    known = shop_builders.form()
    return ShopForm(
        scenario=known.scenario,
        title=known.title,
        hash=known.hash,
        channel=known.channel,
        language=known.language,
        marks=known.marks,
        sections=(section,),
        evidence=(),
        narrative_words=0,
    )


def some_answers(chance: random.Random, form: ShopForm) -> dict[str, Answer]:
    return {
        question.id: chance.choice(ANSWERS[question.type])
        for question in form.questions()
        if chance.random() < 0.8
    }


def test_page_and_domain_ask_the_same_questions(page: Page) -> None:
    chance = chances(7)
    cases = [(form, some_answers(chance, form)) for form in (a_form(chance) for _ in range(600))]
    expected = [[one.id for one in form.asked(answers)] for form, answers in cases]
    values = [[form_facts(form), answers] for form, answers in cases]
    assert (
        told(page, "conditions", "([form, answers]) => m.asked(form, answers)", values) == expected
    )
    assert len({len(one) for one in expected}) > 5


def test_page_and_domain_need_a_comment_at_the_same_answers(page: Page) -> None:
    chance = chances(8)
    questions = [question for _ in range(50) for question in a_form(chance).questions()]
    cases = [(one, answer) for one in questions for answer in ANSWERS[one.type]]
    expected = [question.needs_comment(answer) for question, answer in cases]
    values = [[{"comment_at": sorted(one.comment_at)}, answer] for one, answer in cases]
    assert (
        told(page, "conditions", "([q, answer]) => m.needsComment(q, answer)", values) == expected
    )
    assert set(expected) == {True, False}


def some_marks(chance: random.Random) -> tuple[TimeMark, ...]:
    """Presses in any order, as corrections by hand can leave them."""
    start = datetime(2026, 11, 10, 9, tzinfo=UTC)
    return tuple(
        TimeMark(
            mark=chance.choice(list(Mark)), at=start + timedelta(seconds=chance.randint(0, 300))
        )
        for _ in range(chance.randint(0, 8))
    )


def test_page_and_domain_read_the_same_from_the_stopwatch(page: Page) -> None:
    chance = chances(9)
    cases = [some_marks(chance) for _ in range(400)]
    expected = [dict(measured_s(marks)) for marks in cases]
    values = [[{"mark": one.mark, "at": one.at.isoformat()} for one in marks] for marks in cases]
    assert told(page, "stopwatch", "m.measured", values) == expected


@pytest.mark.parametrize(
    ("wall", "shown"),
    [
        ([0, 1_000, 2_000], [0, 1_000, 2_000]),
        ([0, 600_000, 601_000], [0, 600_000, 601_000]),
        ([10_000_000, 6_400_000, 6_401_000], [10_000_000, 10_001_000, 10_002_000]),
    ],
    ids=["goes on", "slept for ten minutes", "set back by an hour"],
)
def test_the_stopwatch_never_runs_backwards(page: Page, wall: list[int], shown: list[int]) -> None:
    script = (
        "([wall, base]) => { let at = 0; const clock = m.steadyClock(() => wall[at], () => at * 1000);"
        "return wall.map((_, index) => { at = index; return clock.now() }) }"
    )
    assert told(page, "stopwatch", script, [[wall, 0]]) == [shown]


def test_a_moment_carries_the_phones_offset(browser: Browser, server: Served) -> None:
    context = browser.new_context(timezone_id="Asia/Kolkata")
    opened = context.new_page()
    opened.goto(server.url)
    (text,) = told(opened, "stopwatch", "m.withOffset", [1_794_300_000_123])
    moment = datetime.fromisoformat(text)
    assert moment.timestamp() == 1_794_300_000.123
    assert moment.utcoffset() == timezone(timedelta(hours=5, minutes=30)).utcoffset(None)
    context.close()


NUMBERS = (
    "20", "2,5", "2.5", " 0 ", "-4", "-0.5", "+3", "1,000", "12.000", "1.0000", "12.345", "1:20",
    "1:60", "01:05", "90 s", "90s", "1.5 min", "7.5 s", "2 Minutes", "5 km", "3 questions", "3 x_y",
    "−5", "٢٠", "۲٫۵", "２０", "१२", "1234567890.5", "1234567890123", "", "abc", "1e3", "0x10",
    "1.2.3", "12.", ".5", "Infinity", "½", "5 ²",
)  # fmt: skip


@pytest.mark.parametrize("unit", ["seconds", "minutes", "questions", ""])
def test_page_terminal_and_files_read_the_same_numbers(page: Page, unit: str) -> None:
    question = replace(next(shop_builders.form().questions()), type="number", unit=unit)
    expected = [
        None if isinstance(read, Wrong) else read
        for read in (read_answer(question, text) for text in NUMBERS)
    ]
    script = "([text, unit]) => m.readNumber(text, unit).number ?? null"
    assert told(page, "numbers", script, [[text, unit] for text in NUMBERS]) == expected
    assert None in expected


def test_page_and_checks_count_the_same_words(page: Page) -> None:
    chance = chances(10)
    parts = [
        "a",
        "Müller",
        "it's",
        "it’s",
        "well-known",
        " ",
        " – ",
        "-",
        "'",
        "1",
        "½",
        "日本",
        "_",
        "\n",
        "…",
        "´",
    ]
    texts = ["".join(chance.choices(parts, k=chance.randint(0, 12))) for _ in range(400)]
    assert told(page, "missing", "m.wordCount", texts) == [len(words(text)) for text in texts]


def _meant(clock: Clock, text: str) -> str | list[str]:
    """What the domain takes a time for: its one or two moments, or what the clock showed instead."""
    try:
        first, _ = clock.moment(written(text), None)
    except Unclear as error:
        return f"{text[:10]}T{error.message[-8:]}"
    second, _ = clock.moment(written(text), None, first + timedelta(seconds=1))
    return list(dict.fromkeys(one.isoformat(timespec="milliseconds") for one in (first, second)))


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/Berlin", date(2026, 3, 29)),
        ("Europe/Berlin", date(2026, 10, 25)),
        ("America/St_Johns", date(2026, 11, 1)),
        ("Australia/Lord_Howe", date(2026, 10, 4)),
        ("Asia/Beirut", date(2026, 3, 29)),
        ("Asia/Kolkata", date(2026, 11, 10)),
    ],
    ids=lambda value: str(value),
)
def test_page_and_domain_mean_the_same_moment_by_the_clock_of_a_place(
    page: Page, zone: str, day: date
) -> None:
    clock = Clock(day=day, zone=ZoneInfo(zone))
    hands = [f"{day}T{hour:02}:{minute:02}" for hour in range(5) for minute in (0, 20, 40)]
    script = "([zone, text]) => { const c = m.clockOf(zone); const found = c.meant(text);"
    script += "return found.moments ? found.moments.map(c.noted) : found.instead }"
    found = told(page, "there", script, [[zone, text] for text in hands])
    assert found == [_meant(clock, text) for text in hands]


@pytest.mark.parametrize(
    "text", ["", "0002-11-10T14:05", "2026-11-10", "2026-02-30T14:05", "2200-01-01T00:00"]
)
def test_a_time_that_is_still_being_typed_means_nothing_yet(page: Page, text: str) -> None:
    assert told(page, "there", "text => m.clockOf('Europe/Berlin').meant(text)", [text]) == [None]


def test_a_log_comes_back_from_the_page_as_it_was(page: Page, project: Project) -> None:
    log, form = shop_builders.log(), shop_builders.form()
    sent = log_document(log, b"k" * 32)
    found = told(
        page, "log", "([f, l]) => m.toServer(f, m.fromServer(l))", [[form_facts(form), sent]]
    )
    assert found == [json.loads(json.dumps(sent))]


def test_what_an_earlier_form_asked_is_not_sent_on_the_present_one(page: Page) -> None:
    log, form = shop_builders.log(), shop_builders.form()
    sent = log_document(replace(log, comments={"gone": "Left from before."}), b"k" * 32)
    found = told(
        page, "log", "([f, l]) => m.toServer(f, m.fromServer(l))", [[form_facts(form), sent]]
    )
    assert found[0]["comments"] == {}


def test_the_file_that_the_page_saves_is_read_by_the_command(page: Page, tmp_path: Path) -> None:
    log, form = shop_builders.log(), shop_builders.form()
    sent = log_document(log, b"k" * 32)
    script = "([f, s, l]) => JSON.stringify(m.toFile(f, s, m.fromServer(l)))"
    (text,) = told(page, "log", script, [[form_facts(form), SHOP, sent]])
    path = tmp_path / "mine.json"
    path.write_text(text, encoding="utf-8")
    start = ShopLog(shop=SHOP, scenario_hash="f0", shopper="maya")
    day = shop_builders.assignment().day
    read = read_log(path, form, start, day=day, zone=ZoneInfo("Europe/Berlin"))
    assert read.problems == ()
    assert asdict(read.log) == asdict(log)


def test_the_worker_keeps_every_file_that_the_page_asks_for(page: Page, server: Served) -> None:
    page.evaluate("navigator.serviceWorker.ready")
    kept = page.evaluate(
        "async () => (await (await caches.open((await caches.keys()).find(n => n.includes('shell'))))"
        ".keys()).map(r => r.url.split('/').pop())"
    )
    assert sorted(kept) == sorted(assets().keys() - {"worker.js"})
