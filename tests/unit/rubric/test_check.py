"""The lint rules over a file: in its order, at the right places, with remedy and severity."""

from qa_toolkit.rubric.load import read_rubric

TEXT = """\
format: 1
id: small
version: 1.0.0
title: Small
applies_to: {channels: [chat]}
pass_mark: 50
appeal_days: 7
cues:
  trouble:
    any: [broken]
sections:
  - id: care
    title: Care
    weight: 1
    criteria:
      - id: care.sorry
        question: Does the agent say sorry?
        scale:
          0: no word of it
          1: in passing
          5: at length
        rate: manual
        guidance: Any word of regret counts.
        tips:
          0: Say it.
          1: Say what for.
"""


def test_findings_come_in_the_order_of_the_file_with_code_remedy_and_severity() -> None:
    assert [str(problem) for problem in read_rubric(TEXT, "r.yaml").problems] == [
        "r.yaml:9:3: warning: no criterion waits for the cue 'trouble' (let a criterion wait for "
        "it ('applies_when: {customer: …}'), or remove it) [R305]",
        "r.yaml:18:9: info: the levels are worth 0, 20, 100 percent (number the levels one by "
        "one, or use 'type: choice' with points) [R208]",
    ]


def test_a_block_is_found_at_its_key_where_a_comment_can_silence_it() -> None:
    silenced = TEXT.replace("scale:", "scale:  # qa: disable=R208 at length is what we want")
    assert [problem.code for problem in read_rubric(silenced, "r.yaml").problems] == ["R305"]


def test_a_rubric_with_warnings_only_can_be_used() -> None:
    assert read_rubric(TEXT, "r.yaml").rubric is not None
