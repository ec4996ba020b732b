"""What `docs/shop-plans.md` shows is a plan, and its draw can be followed."""

import contextlib
import io
import re
from pathlib import Path

import shop_builders as built
from commands import qa

from qa_toolkit.shops.planning.keys import draw_key, shop_id
from qa_toolkit.shops.planning.load import load_plan
from qa_toolkit.workflow.project import init_project

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "shop-plans.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_example_is_a_plan_without_a_problem_that_can_be_drawn(tmp_path: Path) -> None:
    init_project(tmp_path)
    plan = built.write_files(tmp_path)
    plan.write_text(block("yaml"), encoding="utf-8")
    assert load_plan(plan).problems == ()
    drawn = qa("shop", "plan", plan, "--seed", "page", "--json", "--project", tmp_path)
    assert len(drawn.json["shops"]) + len(drawn.json["unplaced"]) == 4


def test_an_auditors_ten_lines_give_our_ids_and_our_order() -> None:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(block("python"), {})  # noqa: S102 - the page's own example
    ordered = sorted(["harbour", "station"], key=lambda name: draw_key("november", name))
    assert said.getvalue().splitlines() == [shop_id("november", "gift", "harbour", 1), str(ordered)]


def test_the_page_names_the_ranges_of_all_codes() -> None:
    checks = ROOT / "qa_toolkit" / "shops" / "planning" / "checks"
    sources = [*checks.glob("*.py"), ROOT / "qa_toolkit/workflow/shops/read_plan.py"]
    used = re.findall(
        r'"(P[123]\d\d)"', "".join(one.read_text(encoding="utf-8") for one in sources)
    )
    families = [sorted(one for one in set(used) if one[1] == digit) for digit in "123"]
    assert all(f"{codes[0]} to {codes[-1]}" in PAGE for codes in families)
