"""Logs as people write them: the examples' good ones are left alone, and time grows with their length."""

from datetime import UTC, date
from pathlib import Path

import pytest
import shop_check_examples as examples
import yaml
from growth import assert_in_proportion

from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.shops.checks.interface import Context
from qa_toolkit.shops.checks.run import at_entry, findings_of
from qa_toolkit.shops.forms import read_log
from qa_toolkit.workflow.shops.scenarios import usable_scenario

EXAMPLE = Path(__file__).parents[4] / "examples" / "mystery"
CALLS = ("01-south-ines", "02-north-ines", "03-south-tom-again", "06-north-tom", "08-north-maya")
VISITS = ("04-market-maya", "05-station-ines", "07-market-ines", "10-mill-maya")
GOOD = [*((name, "lost_parcel") for name in CALLS), *((name, "gift") for name in VISITS)]
ODD = {
    "quotes": "'a ",
    "open quotes": '"',
    "mixed quotes": "“a’ ‘b” ",
    "blanks": " \t",
    "negations": "I was not greeted by nobody ",
    "numbers": "one and a half ",
    "digits": "1-",
    "addresses": "a@a.",
    "names": "gave her his their the ",
}


@pytest.mark.parametrize(("name", "scenario"), GOOD, ids=[name for name, _ in GOOD])
def test_words_of_a_good_log_are_left_alone(name: str, scenario: str) -> None:
    usable = usable_scenario(EXAMPLE / "scenarios" / f"{scenario}.yaml")
    path = EXAMPLE / "logs" / f"{name}.yaml"
    shop = yaml.safe_load(path.read_text(encoding="utf-8"))["shop"]
    empty = ShopLog(shop=shop, scenario_hash=usable.hash, shopper="ines")
    read = read_log(path, usable.form, empty, day=date(2026, 11, 10), zone=UTC)
    assert [one for one in read.problems if one.severity == "error"] == []
    found = findings_of(Context(form=usable.form, log=read.log, scenario=usable.scenario))
    told = [one for one in found if one.code != "M501" and one.severity != "info"]
    assert told == []


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_time_grows_with_the_text_and_no_faster(text: str) -> None:
    def checked(characters: int) -> None:
        long = text * (characters // len(text))
        comments = {"welcome": long, "welcome.greeted": long}
        findings_of(examples.context({"narrative": long, "staff": long, "comments": comments}))

    assert_in_proportion(checked, 4_000, 60_000)


def test_a_long_comment_is_told_of_once_where_it_is_entered() -> None:
    context = examples.context({"comments": {"welcome": "She was nice. " * 100}})
    found = at_entry(context.form, context.log, "welcome")
    assert [one.code for one in found] == ["M301"]
