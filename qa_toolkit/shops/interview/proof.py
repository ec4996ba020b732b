"""Lines about evidence: a file to attach, or one to take out again."""

import re
import shlex
from dataclasses import dataclass, replace
from typing import get_args

from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.log import Attachment, ShopLog
from qa_toolkit.domain.shop.scenario import EvidenceKind
from qa_toolkit.domain.wording import listed
from qa_toolkit.shops.interview.answers import Wrong
from qa_toolkit.shops.interview.typed import quoted

KINDS: tuple[EvidenceKind, ...] = get_args(EvidenceKind)
_OF_ENDING: dict[str, tuple[EvidenceKind, ...]] = {
    "recording": ("recording",),
    "picture": ("photo", "receipt"),
    "text": ("chat", "document"),
    "paper": ("receipt", "document"),
}
_ENDINGS = {
    "recording": "wav mp3 m4a ogg flac",
    "picture": "jpg jpeg png heic webp",
    "text": "txt json jsonl csv",
    "paper": "pdf",
}


@dataclass(frozen=True, slots=True)
class Attach:
    """A file that is to be kept as evidence."""

    path: str
    kind: EvidenceKind


def read_attach(form: ShopForm, log: ShopLog, text: str) -> Attach | Wrong:
    """`shelf.jpg`, `receipt scan.pdf`, `'/home/maya/my shelf.jpg'`, `file:///…`.

    Without a kind it is told from the name's ending and from what is still missing.
    """
    first, _, rest = text.strip().partition(" ")
    kind = next((one for one in KINDS if one == first.casefold().rstrip(":")), None)
    path = unquoted(rest if kind and rest.strip() else text)
    if kind and rest.strip():
        return Attach(path, kind)
    told = _kind_of(form, log, path)
    if told is None:
        kinds = listed([f"'{one}'" for one in KINDS], "or")
        return Wrong(f"what is it? Write {kinds} before the file")
    return Attach(path, told)


def unquoted(text: str) -> str:
    """A path as files managers drop it into a terminal: quoted, escaped or as an address."""
    text = text.strip()
    if text.startswith("file://"):
        from urllib.parse import unquote

        return unquote(text.removeprefix("file://"))
    if re.match(r"""["'&]""", text) or "\\ " in text:
        try:
            parts = shlex.split(text.removeprefix("& "))
        except ValueError:
            return text
        return " ".join(parts)
    return text


def with_attachment(log: ShopLog, attachment: Attachment) -> ShopLog:
    """The log with one more attachment; the same file as the same kind only once."""
    same = [
        one for one in log.attachments if (one.hash, one.kind) == (attachment.hash, attachment.kind)
    ]
    return log if same else replace(log, attachments=(*log.attachments, attachment))


def without_attachment(log: ShopLog, words: str) -> ShopLog | Wrong:
    """The log without the attachment of this number or name."""
    for number, one in enumerate(log.attachments, start=1):
        if words.strip() in (str(number), one.name):
            kept = (other for other in log.attachments if other is not one)
            return replace(log, attachments=tuple(kept))
    return Wrong(f"there is no attachment {quoted(words)}")


def _kind_of(form: ShopForm, log: ShopLog, path: str) -> EvidenceKind | None:
    ending = path.rpartition(".")[2].casefold()
    sort = next((name for name, known in _ENDINGS.items() if ending in known.split()), None)
    if sort is None:
        return None
    there = {one.kind for one in log.attachments}
    wanted = [one.kind for one in form.evidence]
    fitting = _OF_ENDING[sort]
    missing = [kind for kind in wanted if kind in fitting and kind not in there]
    asked = [kind for kind in wanted if kind in fitting]
    return (missing or asked or list(fitting))[0]
