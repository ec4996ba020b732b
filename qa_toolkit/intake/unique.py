"""One interaction, one appearance: what is found twice in a read is kept once and told."""

from collections.abc import Iterable, Iterator

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.problem import Problem
from qa_toolkit.intake.found import Found


def unique(items: Iterable[Found | Problem]) -> Iterator[Found | Problem]:
    """The stream with later appearances of an interaction replaced by a Problem.

    The same id with the same content, or the same recording under another id, is a warning; the
    same id with other content is an error. Chats with equal words but different ids are different
    chats: two customers may both only have written "Hello?". Memory: one entry an interaction.
    """
    by_id: dict[str, tuple[str, str]] = {}
    by_recording: dict[str, str] = {}
    for item in items:
        if isinstance(item, Problem):
            yield item
            continue
        interaction = item.interaction
        if problem := _twice(interaction, by_id, by_recording):
            yield problem
            continue
        by_id[interaction.id] = (interaction.content_hash, interaction.source)
        if interaction.recording:
            by_recording[interaction.content_hash] = interaction.source
        yield item


def _twice(
    interaction: Interaction, by_id: dict[str, tuple[str, str]], by_recording: dict[str, str]
) -> Problem | None:
    content, first = by_id.get(interaction.id, ("", ""))
    if first and content != interaction.content_hash:
        return Problem(
            source=interaction.source,
            message=f"id {interaction.id!r} has other content in {first}; this one is left out",
            hint="give each interaction its own id",
        )
    if interaction.recording:
        first = first or by_recording.get(interaction.content_hash, "")
    if not first:
        return None
    what = "recording" if interaction.recording else "interaction"
    return Problem(
        source=interaction.source,
        message=f"same {what} as {first}; kept once",
        severity="warning",
    )
