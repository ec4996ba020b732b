"""A transcript in any format: one table from the format to its writer."""

from collections.abc import Callable, Mapping

from qa_toolkit.transcripts.document import Document
from qa_toolkit.transcripts.format import Format
from qa_toolkit.transcripts.json import as_json
from qa_toolkit.transcripts.srt import as_srt
from qa_toolkit.transcripts.txt import as_txt
from qa_toolkit.transcripts.vtt import as_vtt


def written(document: Document, wanted: Format) -> str:
    """The transcript as the text of a file.

    Raises:
        Unusable: the format needs times, and a turn has none.
    """
    return _WRITERS[wanted](document)


def _page(document: Document) -> str:
    from qa_toolkit.transcripts.html import as_html  # jinja2 takes longer than all other formats

    return as_html(document)


_WRITERS: Mapping[Format, Callable[[Document], str]] = {
    Format.TXT: as_txt,
    Format.VTT: as_vtt,
    Format.SRT: as_srt,
    Format.JSON: as_json,
    Format.HTML: _page,
}
