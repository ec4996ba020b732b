"""One shop logged by terminal, by file and on the page: whatever was noted, the draft is the same."""

import json
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import shop_builders
import shop_form_builders
import yaml
from playwright.sync_api import Browser, Page, expect
from shop_phones import a_phone, draft_of, opened_page, saved
from shop_served import SHOP, project_with_shop, served
from terminals import Terminal, branch

from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.forms import form_file
from qa_toolkit.workflow.shops.log_from import from_file

pytestmark = pytest.mark.browser

BERLIN = ZoneInfo("Europe/Berlin")
WORDS = (
    "Dana said good morning.",
    "  She read the number aloud , twice ",
    "«Grüß Gott» – 50 % off; 'no' she said",
    "=1+1 is what the sign said",
    "İstanbul ﬁle 日本語 🎉",
    "10:05 was on the clock",
    "na",
    "yes",
)
NUMBERS = ("0", "20", "2,5", "12.345", "1:20", "90 s", "2 min", "٢٠", "1234567890.5")
TIMES = {
    "start": "time:start:0",
    "answered": "time:answered:1",
    "hold": "time:hold:2",
    "resumed": "time:resumed:3",
    "end": "time:end:8",
}
"""The rows of times in the workbook."""
SECTIONS = ("welcome", "help")
ASKED = ("welcome.greeted", "welcome.wait", "welcome.late", "help.way", "help.told", "help.name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What a shopper wrote down, to be brought in by any way.

    Attributes:
        texts: by the name of their field.
        times: by mark, by the clock of Berlin; `holds` are pairs.
        answers: in words that every way takes, in the order in which they were noted: an answer
            that is changed stands there again.
        remarks: on questions.
        comments: on sections.
        story: lines.
    """

    texts: Mapping[str, str]
    times: Mapping[str, str]
    holds: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, str], ...]
    remarks: Mapping[str, str]
    comments: Mapping[str, str]
    story: tuple[str, ...]


def some_paper(chance: random.Random) -> Paper:
    def words() -> str:
        return chance.choice(WORDS)

    begun = datetime.now(UTC).astimezone(BERLIN).replace(microsecond=0) - timedelta(minutes=30)
    at = [f"{begun + timedelta(seconds=after):%H:%M:%S}" for after in (0, 20, 60, 95, 300)]
    late = [("welcome.wait", "40"), ("welcome.late", chance.choice("012"))]
    told = [("help.told", "price"), ("help.name", chance.choice(("yes", "no", "na")))]
    return Paper(
        texts={
            "staff": chance.choice(("Dana  Fox ", "O'Neil", "Łucja")),
            "location": chance.choice(("North desk", "north", "south")),
            "reference": chance.choice(("T-4711", " 00 12", "=T1")),
        },
        times={"start": at[0], "answered": at[1], "end": at[4]},
        holds=chance.choice(((), ((at[2], at[3]),))),
        answers=(
            ("welcome.greeted", chance.choice(("yes", "no", "na"))),
            *late,
            ("welcome.wait", chance.choice(NUMBERS)),
            ("help.way", chance.choice(("post", "van", "bike"))),
            *told,
            ("help.told", chance.choice(("none", "day", "price, day", "na"))),
            ("help.opinion", words()),
        ),
        remarks={name: words() for name in ASKED if chance.random() < 0.5},
        comments={name: words() for name in SECTIONS},
        story=tuple(words() for _ in range(chance.randint(1, 4))),
    )


def by_terminal(project: Project, paper: Paper) -> None:
    """Line by line on a terminal; a question that is ruled out later is answered before."""
    lines = [line for name, text in paper.texts.items() for line in (f":go {name}", text)]
    lines += [":go times", " ".join(paper.times.values())]
    lines += [f":go times\rhold {hold} resume {back}" for hold, back in paper.holds]
    noted = set()
    for name, words in paper.answers:
        lines += [f":go {name}", words]
        if name in paper.remarks and name not in noted:
            noted.add(name)
            lines += [f":go {name}", f":note {paper.remarks[name]}"]
    lines += [line for name in SECTIONS for line in (f":go {name} comment", paper.comments[name])]
    lines += [":go narrative", *paper.story, ".", ":save"]
    terminal = Terminal(branch("shop", "log", SHOP, "--by", "maya", cwd=project.folder, env={}))
    terminal.wait_for("What is the name of the person")
    for line in lines:
        terminal.type(line)
    assert terminal.end() == 0, terminal.text


def by_text(project: Project, paper: Paper, ending: str) -> None:
    answers: dict[str, object] = {}
    for name, words in paper.answers:
        several = [] if words == "none" else words.split(", ")
        said: object = several if name == "help.told" and words != "na" else words
        answers[name] = {"answer": said, "comment": paper.remarks.get(name, "")}
    document = {
        **paper.texts,
        "times": {**paper.times, "holds": [list(pair) for pair in paper.holds]},
        "answers": answers,
        "comments": dict(paper.comments),
        "narrative": "\n".join(paper.story),
    }
    path = project.folder / f"noted.{ending}"
    text = json.dumps(document) if ending == "json" else yaml.safe_dump(document)
    path.write_text(text, encoding="utf-8")
    from_file(project, SHOP, path, by="maya", submit=False)


def by_workbook(project: Project, paper: Paper) -> None:
    path = form_file(project, SHOP, project.folder / "noted.xlsx")
    cells = {f"D text:{name}": text for name, text in paper.texts.items()}
    cells |= {f"D {TIMES[mark]}": at for mark, at in paper.times.items()}
    for hold, back in paper.holds:
        cells |= {f"D {TIMES['hold']}": hold, f"D {TIMES['resumed']}": back}
    for name, words in paper.answers:
        cells[f"D question:{name}"] = words
    several = dict(paper.answers)["help.told"]
    if several not in ("none", "na"):
        cells["D question:help.told"] = ""
        cells |= {f"D option:help.told:{one}": "x" for one in several.split(", ")}
    cells |= {f"E question:{name}": text for name, text in paper.remarks.items()}
    cells |= {f"D comment:{name}": text for name, text in paper.comments.items()}
    cells["B text:narrative"] = "\n".join(paper.story)
    from_file(project, SHOP, shop_form_builders.fill_texts(path, cells), by="maya", submit=False)


def by_page(browser: Browser, project: Project, paper: Paper) -> None:
    with served(project) as server, a_phone(browser, timezone_id="Asia/Tokyo") as phone:
        page = opened_page(phone, server)
        page.locator("#staff").fill(paper.texts["staff"])
        name = paper.texts["location"]
        page.locator("#location").select_option({"North desk": "north"}.get(name, name))
        page.locator("#reference").fill(paper.texts["reference"])
        page.get_by_text("Noted on paper?").click()
        holds = [pair for hold, back in paper.holds for pair in (("hold", hold), ("resumed", back))]
        times = [*paper.times.items()]
        for mark, at in (*times[:2], *holds, times[2]):
            page.locator(f"#typed-{mark}").fill(f"{_day(at)}T{at}")
            page.locator(f"#typed-{mark}").blur()
            expect(page.locator("#marks")).to_contain_text(_label(mark))
        for question, words in paper.answers:
            _choose(page, question, words)
            if question in paper.remarks:
                _remark(page, question, paper.remarks[question])
        for section, text in paper.comments.items():
            page.locator(f"#k-{section}").fill(text)
        page.locator("#narrative").fill("\n".join(paper.story))
        saved(page)


def _day(at: str) -> str:
    """The day of a time that lies less than an hour back."""
    now = datetime.now(UTC).astimezone(BERLIN)
    return f"{now if at <= f'{now:%H:%M:%S}' else now - timedelta(days=1):%Y-%m-%d}"


def _label(mark: str) -> str:
    known = {"start": "Start", "answered": "Answered", "hold": "On hold", "end": "End"}
    return known.get(mark, "Back from hold")


def _choose(page: Page, question: str, words: str) -> None:
    box = page.locator(f'[id="q-{question}"]')
    if question == "welcome.wait":
        box.locator("input[type=text]").fill(words)
    elif question == "help.opinion":
        box.locator("textarea").fill(words)
    elif question == "help.told":
        for one in box.locator("input:checked").all():
            one.uncheck()
        for value in [""] if words == "none" else words.split(", "):
            box.locator(f'input[value="{value}"]').check()
    else:
        box.locator(f'input[value="{words}"]').check()


def _remark(page: Page, question: str, text: str) -> None:
    add = page.locator(f'[id="a-{question}"]')
    if add.is_visible():
        add.click()
    page.locator(f'[id="c-{question}"]').fill(text)


def told(log: ShopLog) -> dict[str, object]:
    """What a log says, in whatever order it was noted."""
    return {
        "texts": [log.staff, log.staff_description, log.location, log.reference, log.narrative],
        "times": [(one.mark.value, one.at.isoformat()) for one in log.marks],
        "answers": {one.question: (one.answer, one.comment) for one in log.observations},
        "comments": dict(log.comments),
    }


@pytest.fixture
def a_project(tmp_path: Path) -> Iterator[Callable[[str], Project]]:
    from contextlib import ExitStack

    with ExitStack() as stack:

        def made(name: str) -> Project:
            folder = tmp_path / name
            rubric = shop_form_builders.RUBRIC
            project = project_with_shop(folder, shop_builders.SCENARIO, rubric)
            return stack.enter_context(project)

        yield made


@pytest.mark.parametrize("seed", range(6))
def test_what_was_noted_is_the_same_whichever_way_it_came_in(
    a_project: Callable[[str], Project], browser: Browser, seed: int
) -> None:
    paper = some_paper(random.Random(seed))  # noqa: S311 - the same cases in every run
    ways: dict[str, Callable[[Project], None]] = {
        "terminal": lambda project: by_terminal(project, paper),
        "yaml": lambda project: by_text(project, paper, "yaml"),
        "json": lambda project: by_text(project, paper, "json"),
        "xlsx": lambda project: by_workbook(project, paper),
        "page": lambda project: by_page(browser, project, paper),
    }
    found = {}
    for name, way in ways.items():
        project = a_project(name)
        way(project)
        found[name] = told(draft_of(project))
    first = found.pop("terminal")
    for name, log in found.items():
        assert log == first, name
