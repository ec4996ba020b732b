"""What a shopper learns of a copy: that it is one, and not whose."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from commands import qa
from shop_projects import NOW, log_of, shops_project

from qa_toolkit.domain.shop.finding import ShopFinding
from qa_toolkit.domain.shop.viewer import Viewer
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.check import check_log
from qa_toolkit.workflow.shops.drafts import submit
from qa_toolkit.workflow.shops.reasons import with_findings
from qa_toolkit.workflow.shops.shops import open_shop
from qa_toolkit.workflow.shops.showing import show_shop

STORY = (
    "I rang at ten to three from a bench in the park. The line was quiet for a good while and then a "
    "woman with a cold came on and asked me to spell my name. She found the card under my birthday, "
    "blocked it, and told me twice that a courier would ring below on Friday."
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    """Tom handed his shop in a day after Maya, with her story."""
    with shops_project(tmp_path) as opened:
        monkeypatch.chdir(opened.folder)
        for shop, days in (("autumn-1", 0), ("autumn-2", 1)):
            known = open_shop(opened, shop)
            log = log_of(known, narrative=STORY)
            done = submit(opened, known, log, by=known.shop.shopper, now=NOW + timedelta(days=days))
            assert done.is_submitted
        yield opened


def _copy(found: tuple[ShopFinding, ...]) -> ShopFinding:
    return next(one for one in found if one.code == "M601" and one.where == "narrative")


def test_only_editors_learn_whose_text_it_was(project: Project) -> None:
    opened = open_shop(project, "autumn-2")
    assert opened.shop.log is not None
    shopper = _copy(check_log(project, opened, opened.shop.log))
    editor = _copy(check_log(project, opened, opened.shop.log, viewer=Viewer.EDITOR))
    assert "as in an earlier text" in shopper.message
    assert (shopper.for_editors, editor.for_editors) == ("", "autumn-1 by 'maya'")


@pytest.mark.parametrize(("viewer", "told"), [(Viewer.SHOPPER, False), (Viewer.EDITOR, True)])
def test_a_shop_that_is_shown_names_another_shopper_to_editors_only(
    project: Project, viewer: Viewer, *, told: bool
) -> None:
    found = show_shop(project, "autumn-2", viewer).findings
    everything = str([one.document() for one in found])
    assert ("maya" in everything, "autumn-1" in everything) == (told, told)


def test_reasons_of_a_return_name_no_other_shopper(project: Project) -> None:
    reasons = with_findings(project, "autumn-2", "", ["M601"])
    assert "as in an earlier text" in reasons
    assert "maya" not in reasons
    assert "autumn-1" not in reasons


def test_the_editors_command_names_the_source(project: Project) -> None:
    assert "(autumn-1 by 'maya')" in qa("shop", "check", "autumn-2").out
    (shop,) = qa("shop", "check", "autumn-2", "--json").json
    assert "autumn-1 by 'maya'" in [one.get("for_editors") for one in shop["findings"]]
    assert "autumn-1 by 'maya'" in qa("shop", "check", "--output", "sarif").out


def test_a_shopper_is_not_sent_to_the_editors_command(project: Project) -> None:
    shopper, editor = (
        qa("shop", "show", "autumn-2", "--as", viewer).out for viewer in ("shopper", "editor")
    )
    assert "checks: " in shopper
    assert ("qa shop check" in shopper, "qa shop check" in editor) == (False, True)
