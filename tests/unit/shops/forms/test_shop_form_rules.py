"""Excel opens the form: nothing in it that other programs forgive and Excel does not."""

from pathlib import Path

import pytest
import yaml
from excel_rules import broken_rules
from shop_builders import scenario
from shop_form_builders import RUBRIC, blank, written

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.form_making import form_of
from qa_toolkit.domain.shop.log import ShopLog

ODD = 'Care\t and\n trust\u200b \'=& "<>" _x0041_ ' + "x" * 300
_FORGIVEN = (
    "type s",  # texts in the list of shared ones
    "number ''",  # formulas without a last value: Excel computes them when it opens the file
    "['CHAR', 'SUBSTITUTE']",  # two old functions that exports do not need
    "['LEFT']",  # another
)


def odd_form() -> ShopForm:
    text = RUBRIC.replace("text: the price", """text: '"<=&''price'""")
    rubric = Rubric.model_validate(yaml.safe_load(text))
    return form_of(scenario(title=f"=1+1 [North] *?:/ &P {ODD}"), rubric, "f0")


@pytest.mark.parametrize(
    "log",
    [
        pytest.param(blank(), id="blank"),
        pytest.param(blank(staff=ODD, narrative=ODD * 90, comments={"welcome": "-1"}), id="odd"),
    ],
)
def test_a_form_breaks_no_rule_of_excel(tmp_path: Path, log: ShopLog) -> None:
    path = written(tmp_path / "form.xlsx", odd_form(), log)
    assert [rule for rule in broken_rules(path) if not rule.endswith(_FORGIVEN)] == []
