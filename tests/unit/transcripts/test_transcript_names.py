"""File names for transcripts."""

from qa_toolkit.transcripts.names import file_names


def test_file_names_are_safe_and_differ_also_where_case_does_not_count() -> None:
    names = file_names(["recordings/call 1", "Call-1", "call-1", "..", "Ärger"], "vtt")
    assert names["recordings/call 1"] == "recordings-call-1.vtt"
    assert names["Ärger"] == "Arger.vtt"
    assert len({name.casefold() for name in names.values()}) == 5
    assert all("/" not in name and not name.startswith(".") for name in names.values())
