"""A recorded shop through the real bundled model."""

from pathlib import Path

import pytest
import shop_builders as build
from released_shops import handed_in, release

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.shipped import quickstart_folder
from qa_toolkit.workflow.project import init_project, open_project
from qa_toolkit.workflow.shops.attachments import attach
from qa_toolkit.workflow.shops.recorded import transcribe_shops

pytestmark = pytest.mark.whisper
CALL = quickstart_folder() / "recordings" / "call-0003.mp3"


def test_a_recording_is_heard_and_shown_before_the_notes(tmp_path: Path) -> None:
    init_project(tmp_path / "autumn")
    with open_project(tmp_path / "autumn") as project:
        shop = handed_in(build.log(attachments=(attach(project, CALL, "recording"),)))
        done = transcribe_shops(project, [shop])
        assert (done.made, done.failures) == (("autumn-1",), ())
        turns = release(project, shop).transcript.turns
    assert turns[-1].text == build.log().narrative
    spoken = [turn for turn in turns if turn.start_s is not None]
    assert len(spoken) > 5
    assert SpeakerRole.CUSTOMER not in {turn.speaker for turn in turns}
