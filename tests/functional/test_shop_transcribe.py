"""`qa shop transcribe`, with words in the place of what a speech model would hear."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import shop_builders as build
from commands import qa
from projects import chats_project

from qa_toolkit.domain.shop.plan import ShopPlan
from qa_toolkit.domain.transcript import SpeakerRole, Transcript, Turn
from qa_toolkit.errors import MissingExtra
from qa_toolkit.execution import Done, Failed
from qa_toolkit.shipped import quickstart_folder
from qa_toolkit.workflow.project import open_project
from qa_toolkit.workflow.shops import recorded
from qa_toolkit.workflow.shops.attachments import attach
from qa_toolkit.workflow.shops.drafts import save_draft
from qa_toolkit.workflow.shops.keep_plan import keep_plan
from qa_toolkit.workflow.shops.scenarios import scenario_from
from qa_toolkit.workflow.shops.shops import open_shop
from qa_toolkit.workflow.speech import Job

HEARD = (Turn(speaker=SpeakerRole.AGENT, text="North desk, good morning.", start_s=0.0),)


def hears(jobs: Iterable[Job], *_: object, **__: object) -> Iterator[Done[Job, Transcript]]:
    for job in jobs:
        words = Transcript(interaction_id=job.interaction_id, turns=HEARD, language="en")
        yield Done(item=job, value=words)


def refuses(jobs: Iterable[Job], *_: object, **__: object) -> Iterator[Failed[Job]]:
    for job in jobs:
        yield Failed(item=job, reason="no sound can be read")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two shops, of which the first has a draft with a recording."""
    folder = chats_project(tmp_path / "november")
    monkeypatch.chdir(folder)
    monkeypatch.setattr(recorded, "identity_under", lambda _: ("fake", "fake"))
    monkeypatch.setattr(recorded, "run", lambda _, jobs, **__: hears(jobs))
    scenario = scenario_from(build.SCENARIO, build.RUBRIC)
    assigned = [
        build.assignment(id=name, scenario_hash=scenario.hash) for name in ("autumn-1", "autumn-2")
    ]
    with open_project(folder) as opened:
        plan = ShopPlan(
            id="autumn", title="Autumn", seed="1", file_hash="f", file=build.PLAN,
            assignments=tuple(assigned), unplaced=(),
        )  # fmt: skip
        keep_plan(opened, plan, [scenario])
        call = attach(opened, quickstart_folder() / "recordings" / "call-0001.mp3", "recording")
        log = build.log(scenario_hash=scenario.hash, attachments=(call,))
        save_draft(opened, open_shop(opened, "autumn-1"), log, by="maya")
    return folder


def test_a_recording_is_transcribed_once_and_kept_for_editors(project: Path) -> None:
    done = qa("shop", "transcribe", "autumn-1", "autumn-2")
    assert done.out == "1 recording transcribed, 0 before; 1 shop without a recording\n"
    assert qa("shop", "transcribe", "autumn-1", "--json").json["known"] == ["autumn-1"]
    with open_project(project) as opened:
        log = open_shop(opened, "autumn-1").shop.draft
        assert log is not None
        words = recorded.words_of(opened, log)
    assert words is not None
    assert words.turns == HEARD


@pytest.mark.usefixtures("project")
def test_a_recording_that_cannot_be_used_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorded, "run", lambda _, jobs, **__: refuses(jobs))
    done = qa("shop", "transcribe", "autumn-1")
    assert done.code == 1
    assert "autumn-1: call-0001.mp3: no sound can be read" in done.out


@pytest.mark.usefixtures("project")
def test_without_the_speech_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: object) -> None:
        raise MissingExtra("speech", "transcribing")

    monkeypatch.setattr(recorded, "identity_under", missing)
    done = qa("shop", "transcribe", "autumn-1")
    assert done.code == 3
    assert "pip install 'qa-toolkit[speech]'" in done.err


@pytest.mark.usefixtures("project")
def test_without_names_only_what_waits_for_an_editor_is_transcribed() -> None:
    assert qa("shop", "transcribe", "--json").json == {
        "made": [], "known": [], "without": [], "failures": [],
    }  # fmt: skip


@pytest.mark.usefixtures("project")
def test_an_unknown_shop_is_told() -> None:
    done = qa("shop", "transcribe", "autumn-9")
    assert done.code == 2
    assert "there is no shop 'autumn-9'" in done.err
