"""JUnit XML, which every CI server shows as test results.

Source: the Jenkins xUnit schema (junit-10.xsd), in what Jenkins, GitLab and Azure all read.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.etree import ElementTree

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.wording import counted
from qa_toolkit.findings.paths import relative
from qa_toolkit.findings.report import CaseOutcome, Report
from qa_toolkit.findings.texts import lines, visible

Element = ElementTree.Element


def render(report: Report) -> str:
    """Check and diff: a test case for each file. Test: a suite for each file of cases.

    Errors fail a test case; warnings and infos alone stand in its output.
    """
    by_file = {
        file: list(problems)
        for file, problems in groupby(report.problems, key=lambda problem: problem.source)
    }
    if report.command == "test":
        suites = list(_suites_of_cases(report, by_file))
    else:
        files = sorted({*report.files, *by_file})
        cases = [_file_case(report, file, by_file.get(file, [])) for file in files]
        suites = [_suite(report.called, cases)]
    root = Element("testsuites", {"name": report.called, **_counts(suites)})
    root.extend(suites)
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suites_of_cases(report: Report, by_file: dict[str, list[Problem]]) -> Iterator[Element]:
    ran = {
        file: list(cases) for file, cases in groupby(report.cases, key=lambda outcome: outcome.file)
    }
    for file in sorted({*by_file, *ran}):
        cases = [_case(outcome) for outcome in ran.get(file, [])]
        if file in by_file:
            cases.insert(0, _file_case(report, file, by_file[file]))
        yield _suite(relative(file), cases)


def _suite(name: str, cases: list[Element]) -> Element:
    counts = {
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": "0",
        "skipped": str(sum(case.find("skipped") is not None for case in cases)),
    }
    suite = Element("testsuite", {"name": visible(name), **counts})
    suite.extend(cases)
    return suite


def _counts(suites: Iterable[Element]) -> dict[str, str]:
    names = ("tests", "failures", "errors", "skipped")
    known = list(suites)
    return {name: str(sum(int(suite.attrib[name]) for suite in known)) for name in names}


def _file_case(report: Report, file: str, problems: list[Problem]) -> Element:
    """A file as a test case: it fails when something in it is an error."""
    case = _test_case(report.called, relative(file), file, None)
    told = "\n".join(visible(str(problem)) for problem in problems)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        codes = " ".join(sorted({visible(problem.code) for problem in errors if problem.code}))
        message = f"{counted(len(errors), 'error')}: {visible(errors[0].message)}"
        _add(case, "failure", told, message=message, type=codes or "error")
    elif problems:
        _add(case, "system-out", told)
    return case


def _case(outcome: CaseOutcome) -> Element:
    classname = outcome.criterion or "interaction"
    case = _test_case(classname, outcome.name, outcome.file, outcome.line)
    failures = [visible(failure) for failure in outcome.failures]
    if outcome.status == "failed":
        told = "\n".join([*lines(outcome.said), "", *failures])
        _add(case, "failure", told, message="; ".join(failures), type="CASE")
    elif outcome.status == "known_gap":
        note = visible(outcome.note) or "; ".join(failures)
        _add(case, "skipped", "", message=f"known gap: {note}" if note else "known gap")
    return case


def _test_case(classname: str, name: str, file: str, line: int | None) -> Element:
    place = {"file": visible(relative(file))} | ({} if line is None else {"line": str(line)})
    return Element("testcase", {"classname": visible(classname), "name": visible(name), **place})


def _add(case: Element, tag: str, text: str, **attributes: str) -> None:
    ElementTree.SubElement(case, tag, attributes).text = text or None
