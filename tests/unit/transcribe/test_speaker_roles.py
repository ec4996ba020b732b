"""Which of two separated voices is the agent's."""

from qa_toolkit.domain.transcript import SpeakerRole, Word
from qa_toolkit.transcribe.speakers import Voices, roles_of

TEXT = "Thank you for calling, how can I help? My order never came."


def spoken(text: str) -> list[Word]:
    return [
        Word(text=word, start_s=n * 0.4, end_s=n * 0.4 + 0.3, probability=0.9)
        for n, word in enumerate(text.split())
    ]


def test_the_voice_that_greets_and_offers_help_is_the_agents() -> None:
    voices = Voices(labels=(0,) * 8 + (1,) * 4, confidence=0.9, alone=False)
    roles, confidence = roles_of(voices, spoken(TEXT))
    assert roles == {0: SpeakerRole.AGENT, 1: SpeakerRole.CUSTOMER}
    assert 0.8 < confidence < 0.9


def test_a_customer_who_is_heard_first_stays_the_customer() -> None:
    words = spoken("Hello? Good morning, this is Ruth calling from Alder Bank about your card.")
    voices = Voices(labels=(0,) + (1,) * 12, confidence=1.0, alone=False)
    assert roles_of(voices, words)[0] == {1: SpeakerRole.AGENT, 0: SpeakerRole.CUSTOMER}


def test_one_voice_alone_has_no_role() -> None:
    voices = Voices(labels=(0,) * 12, confidence=0.1, alone=True)
    assert roles_of(voices, spoken(TEXT)) == ({0: SpeakerRole.UNKNOWN}, 0.1)
