"""What the workbook and its reader agree on: names of sheets, headings and hidden cells.

Reading back never goes by position: rows are known by the ids in them, columns by these headings,
so that a workbook whose rows were sorted, filtered, moved or deleted is read like any other.
"""

from collections.abc import Mapping

from qa_toolkit.domain.coaching import CoachingField

FORMAT = 2
"""Version of this layout, kept on the hidden sheet Manifest; another one is not read."""

# sheets
README, SUMMARY, SCORES, DETAIL = "README", "Summary", "Scores", "Detail"
CRITICAL, COACHING, COMMITMENTS = "Critical", "Coaching log", "Commitments"
RUBRIC, LEFT_OUT = "Rubric", "Left out"
LOCATIONS, ANNOUNCED, SHOPPERS = "Locations", "Announced and staged", "Shoppers"
"""Only where mystery shops are shown, as is the column Kind on Scores and Detail."""
LISTS, MANIFEST = "Lists", "Manifest"
AGENT_PREFIX = "Agent – "
MOST_SHEET_NAME = 31

KIND = "Kind"

# headings of Detail; the inputs are what a person may fill in
INTERACTION, CRITERION = "Interaction", "Criterion"
OVERRIDE, REASON, CAUSE, REVIEWER = "Override", "Reason", "Root cause", "Reviewer"
EFFECTIVE = "Effective rating"
BASED_ON = "Based on"
"""Hidden: number of the override in force when the workbook was written; 0 for none."""
NOT_APPLICABLE = "N/A"
"""As an override: could not have been shown here."""

# headings of Coaching log; a row without an entry's id is a new entry
ENTRY, AGENT, TOPIC = "Entry", "Agent", "Topic"
ACTION, FOLLOW_UP, COACH = "Agreed action", "Follow-up", "Coach"
ACKNOWLEDGED, DISPUTE, STATUS, NOTE = "Acknowledged", "Disputed", "Status", "Note"
COACHING_FIELDS: Mapping[str, CoachingField] = {
    ACTION: CoachingField.ACTION,
    FOLLOW_UP: CoachingField.FOLLOW_UP,
    COACH: CoachingField.COACH,
    ACKNOWLEDGED: CoachingField.ACKNOWLEDGED,
    DISPUTE: CoachingField.DISPUTE,
    STATUS: CoachingField.STATUS,
    NOTE: CoachingField.NOTE,
}
"""What people fill in under these headings."""
LAST_CHANGE = "Last change"
"""Hidden: number of the entry's last change when the workbook was written; 0 for none."""

# on an agent's sheet each row with an input cell has its key in the hidden column A, made of
# `field`, agent's id, criterion's id and number of the entry's last change, joined by tabs
AGENT_KEYS = "A"
AGENT_INPUTS = "C"
"""The column whose cell in such a row is the input."""

# keys of Manifest; behind them a table of interactions with the hash of the machine's ratings
MANIFEST_KEYS = (
    "format",
    "made by",
    "rubric",
    "rubric version",
    "rubric hash",
    "sample",
    "scope",
)
RATINGS_HASH = "Ratings hash"
DIGEST = "digest"
"""Last row: `digest.digest` over the hidden sheets' other cells: an edited one is noticed."""

# headings of Lists; each list stands under its own, names beside the ids they stand for
LIST_LEVELS, LIST_CAUSES, LIST_STATUSES = "Levels", "Root causes", "Statuses"
LIST_AGENTS, LIST_AGENT_IDS = "Agents", "Agent ids"
LIST_TOPICS, LIST_TOPIC_IDS = "Topics", "Topic ids"
LIST_NAMES = {
    "levels": LIST_LEVELS,
    "causes": LIST_CAUSES,
    "statuses": LIST_STATUSES,
    "agents": LIST_AGENTS,
    "topics": LIST_TOPICS,
}
"""The names by which drop-downs refer to the lists under these headings."""
