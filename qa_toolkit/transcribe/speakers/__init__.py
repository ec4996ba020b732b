"""Two people in one audio channel, told apart by their voices.

`spans` plans from the words which stretches of the sound to listen to, `voice` turns each into an
embedding, `split` finds two voices among the embeddings, `label` says who said each word, and
`roles` which of the two is the agent. What comes out is an estimate and carries its confidence.

numpy is imported inside functions, so importing this package needs nothing.
"""

from qa_toolkit.transcribe.speakers.roles import roles_of
from qa_toolkit.transcribe.speakers.separate import Voices, separate

__all__ = ["Voices", "roles_of", "separate"]
