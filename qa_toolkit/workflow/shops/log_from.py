"""A log taken from a file: read, its files attached, kept as the draft, and handed in if asked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.shop.finding import ShopFinding
from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.log import Attachment, Observation, ShopLog
from qa_toolkit.domain.shop.scenario import EvidenceKind
from qa_toolkit.domain.wording import counted
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.forms import read_log
from qa_toolkit.shops.interview.suggested import suggested
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.attachments import attach
from qa_toolkit.workflow.shops.drafts import new_log, save_draft
from qa_toolkit.workflow.shops.drafts import submit as hand_in
from qa_toolkit.workflow.shops.guided import place_of
from qa_toolkit.workflow.shops.may_log import check_may_log
from qa_toolkit.workflow.shops.shops import OpenShop, open_shop
from qa_toolkit.workflow.shops.taken_over import keep_way_back, left_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """What became of a log from a file.

    Attributes:
        findings: of the checks, where it was to be handed in.
        remarks: how something in the file was understood.
    """

    opened: OpenShop
    submitted: bool
    findings: tuple[ShopFinding, ...]
    remarks: tuple[Problem, ...]


def from_file(
    project: Project,
    shop_id: str,
    path: Path,
    *,
    by: str,
    submit: bool,
    now: datetime | None = None,
) -> Logged:
    """Take a log from a filled-in form.

    Args:
        project: keeps the shop.
        shop_id: its id, or how that starts.
        path: ends in .xlsx, .yaml, .yml or .json; files it names lie beside it.
        by: the shopper, by id or name.
        submit: whether to hand it in; where a finding is an error, it stays a draft.
        now: the moment; this one where none is given.

    Raises:
        UsageError: the file, or a file it names, cannot be used: every reason is told and nothing
            is kept; or the shop takes no notes from this person.
        StorageError: the project's folder cannot be written.
    """
    opened = open_shop(project, shop_id)
    check_may_log(project, opened, by)
    start = new_log(opened)
    planned = opened.shop.assignment
    window = (planned.opens_at, planned.closes_at)
    read = read_log(path, opened.form, start, day=planned.day, zone=opened.zone, window=window)
    _refuse([str(one) for one in read.problems if one.severity == "error"], path)
    log = measured(_with_files(project, read.log, read.attachments, path), opened.form)
    keep_way_back(project, opened, start, log)
    remarks = tuple(one for one in read.problems if one.severity != "error")
    remarks += _told_left_out(path, left_out(opened, start, log))
    opened = save_draft(project, opened, log, by=by, now=now)
    if not submit:
        return Logged(opened=opened, submitted=False, findings=(), remarks=remarks)
    done = hand_in(project, opened, log, by=by, now=now)
    if done.is_submitted:
        place_of(project, opened.shop.id).unlink(missing_ok=True)
    return Logged(
        opened=done.opened, submitted=done.is_submitted, findings=done.findings, remarks=remarks
    )


def measured(log: ShopLog, form: ShopForm) -> ShopLog:
    """The log with what its times say to questions that nobody answered."""
    answers = log.answers()
    noted = {one.question: one for one in log.observations}
    for question in form.asked(answers):
        number = suggested(question, log)
        if question.id not in answers and number is not None:
            known = noted.get(question.id, Observation(question=question.id))
            noted[question.id] = replace(known, answer=number)
    return replace(log, observations=tuple(noted.values()))


def _with_files(
    project: Project, log: ShopLog, files: Iterable[tuple[Path, EvidenceKind]], source: Path
) -> ShopLog:
    """The log with files attached; one that is there already is not there twice."""
    kept: dict[tuple[str, EvidenceKind], Attachment] = {
        (one.hash, one.kind): one for one in log.attachments
    }
    refused = []
    for path, kind in files:
        try:
            one = attach(project, path, kind)
        except UsageError as error:
            refused.append(f"{error.message} ({error.hint})" if error.hint else error.message)
        else:
            kept.setdefault((one.hash, one.kind), one)
    _refuse(refused, source)
    return replace(log, attachments=tuple(kept.values()))


def _told_left_out(path: Path, names: tuple[str, ...]) -> tuple[Problem, ...]:
    """A form that was made before the last notes has empty places for them."""
    if not names:
        return ()
    message = f"its empty places take out what was noted before: {'; '.join(names)}"
    hint = ":undo in the form of 'qa shop log' brings the draft back"
    return (Problem(source=str(path), message=message, hint=hint, severity="warning"),)


def _refuse(reasons: list[str], path: Path) -> None:
    if reasons:
        said = f"{path} was not taken over: {counted(len(reasons), 'mistake')}"
        raise UsageError("\n".join((said, *reasons)), hint="correct it and give it again")
