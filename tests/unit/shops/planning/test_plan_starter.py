"""The plan that `init` writes reads back as what it was made of, whatever a list says."""

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.shop.plan import Location, PlanFile
from qa_toolkit.shops.planning.location_list import Listed, locations_of
from qa_toolkit.shops.planning.starter import Start, starter
from qa_toolkit.strict_yaml.load import model_in

CELLS = st.fixed_dictionaries(
    {"name": st.text(min_size=1), "address": st.text(), "staff": st.text(), "team": st.text()}
)


def read(locations: list[Location]) -> PlanFile:
    start = Start(
        name="november",
        today=date(2026, 10, 28),
        timezone="Europe/Dublin",
        scenarios=["scenarios/gift.yaml"],
        locations=locations,
    )
    loaded = model_in(starter(start), Path("p"), PlanFile, kind="plan", letter="P")
    assert loaded.problems == ()
    assert loaded.model is not None
    return loaded.model


@given(st.lists(CELLS, min_size=1, max_size=4))
def test_locations_read_back_as_they_were_listed(rows: list[dict[str, str]]) -> None:
    listed = [Listed(n, cells) for n, cells in enumerate(rows, start=2)]
    found, problems = locations_of(listed, "list.csv")
    assert len(found) + len(problems) == len(rows)  # a name of signs alone gives no id
    if found:
        assert list(read(found).locations) == found


def test_hours_of_a_list_read_back() -> None:
    cells = {"id": "bar", "kind": "Queue", "fri": "18:00 - 02:00", "sat": "9:00–13:30", "sun": "-"}
    (found,), problems = locations_of([Listed(2, cells)], "list.csv")
    assert problems == []
    (again,) = read([found]).locations
    assert again == found
    assert {day: f"{one.start:%H:%M} {one.end:%H:%M}" for day, one in again.hours.items()} == {
        "fri": "18:00 02:00",
        "sat": "09:00 13:30",
    }


def test_names_alike_get_ids_of_their_own() -> None:
    rows = [Listed(n, {"name": "High Street"}) for n in (2, 3, 4)]
    found, _ = locations_of(rows, "list.csv")
    assert [one.id for one in found] == ["high-street", "high-street-2", "high-street-3"]
