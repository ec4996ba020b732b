"""The pages as values, and what of them reaches HTML."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
import shop_builders
from shop_served import SHOP, project_with_shop

from qa_toolkit.domain.shop.life import Grade, ShopRole, ShopStatus, Step, Submitted
from qa_toolkit.web.pages.closed_page import closed_page, waiting_page
from qa_toolkit.web.pages.form_page import FormPage, form_page
from qa_toolkit.web.pages.missing_page import MissingPage
from qa_toolkit.web.pages.render import html
from qa_toolkit.web.pages.words import moment_words
from qa_toolkit.workflow.shops.shops import OpenShop, open_shop

EVIL = "<script>alert(1)</script> </script> &amp; \u2028"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenShop]:
    with project_with_shop(tmp_path_factory.mktemp("pages") / "project") as project:
        yield open_shop(project, SHOP)


def a_form_page(opened: OpenShop) -> FormPage:
    return form_page(opened, {"photo": 50, "recording": 150})


def handed_in(opened: OpenShop, status: ShopStatus, why: str = "") -> OpenShop:
    """The shop after a log was handed in at 9:30 UTC and somebody took a step at 10."""
    log = shop_builders.log(scenario_hash=opened.scenario.hash)
    at = "2026-11-10T09:30:00+00:00"
    steps = (
        Step(status=ShopStatus.SUBMITTED, by="maya", role=ShopRole.SHOPPER, at=at, log=1),
        Step(
            status=status, by="mo", role=ShopRole.EDITOR, why=why, at=at.replace("09:30", "10:00")
        ),
    )
    submitted = (Submitted(number=1, log=log, at=at),)
    return replace(opened, shop=replace(opened.shop, steps=steps, submitted=submitted))


class Elements(HTMLParser):
    """Ids, and attributes that would be scripts or styles within the page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.inline: list[str] = []
        self.scripts: list[dict[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.inline += [name for name, _ in attrs if name.startswith("on") or name == "style"]
        self.inline += ["<style>"] if tag == "style" else []
        self.scripts += [dict(attrs)] if tag == "script" else []


def test_the_form_page_says_who_goes_where_and_when(opened: OpenShop) -> None:
    page = a_form_page(opened)
    assert (page.shopper, page.place, page.shop) == ("Maya Lind", "North desk", "autumn-1")
    assert page.when.endswith("(Europe/Berlin time)")
    assert page.locations == (("north", "North desk"), ("south", "South desk"))


def test_every_question_has_its_place_once(opened: OpenShop) -> None:
    ids = Elements(html(a_form_page(opened))).ids
    assert len(ids) == len(set(ids))
    assert {f"q-{one.id}" for one in opened.form.questions()} <= set(ids)


@pytest.mark.parametrize(
    "page",
    [
        a_form_page,
        lambda opened: closed_page(handed_in(opened, ShopStatus.APPROVED)),
        waiting_page,
        lambda _: MissingPage(),
    ],
    ids=["form", "closed", "waiting", "missing"],
)
def test_no_page_has_a_script_or_a_style_within_it(
    opened: OpenShop, page: Callable[[OpenShop], FormPage]
) -> None:
    found = Elements(html(page(opened)))
    assert found.inline == []
    assert all(one.get("src") or one.get("type") == "application/json" for one in found.scripts)


def test_words_of_people_stay_words(opened: OpenShop) -> None:
    scenario = replace(
        opened.scenario,
        scenario=opened.scenario.scenario.model_copy(update={"goal": EVIL}),
        form=replace(opened.form, title=EVIL, scenario=EVIL),
    )
    text = html(a_form_page(replace(opened, scenario=scenario)))
    assert "<script>alert" not in text
    assert text.count("</script>") == 2


def test_what_was_handed_in_has_its_receipt_by_the_clock_of_the_place(opened: OpenShop) -> None:
    page = closed_page(handed_in(opened, ShopStatus.IN_REVIEW))
    assert page.receipt == "Received 10 November 2026, 10:30 (Europe/Berlin time)"
    assert page.status == "An editor is reading it"
    assert ("Is the card blocked?", "Yes") in page.handed_in


def test_steps_are_told_the_newest_first_with_their_reasons(opened: OpenShop) -> None:
    page = closed_page(handed_in(opened, ShopStatus.CANCELLED, why="The desk is closed."))
    assert [(step.status, step.by, step.why) for step in page.steps] == [
        ("Cancelled", "Mo Berg", "The desk is closed."),
        ("Submitted", "you", ""),
    ]
    assert page.receipt == ""


def test_the_editors_grade_is_shown_with_its_reasons(opened: OpenShop) -> None:
    graded = handed_in(opened, ShopStatus.FINAL)
    grade = Grade(grade=8, reasons="Clear times, one vague comment.", by="mo")
    text = html(closed_page(replace(graded, shop=replace(graded.shop, grades=(grade,)))))
    assert "8 of 10" in text
    assert "one vague comment" in text


def test_a_moment_is_told_without_leading_noughts() -> None:
    assert moment_words(datetime(2026, 11, 1, 8, 5, tzinfo=UTC)) == "1 November 2026, 08:05"
