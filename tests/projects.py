"""Small projects for tests: a handful of written chats, and recordings from the quickstart."""

import json
import shutil
from pathlib import Path

from qa_toolkit.shipped import quickstart_folder
from qa_toolkit.workflow.project import init_project

GOOD = [
    ("customer", "Hi, my parcel is lost and my daughter's birthday is tomorrow."),
    ("agent", "Hello, Dana here. I'm so sorry, and with a birthday tomorrow too! Let me look."),
    ("agent", "I've sent a new one by courier, you will have it by noon tomorrow."),
    ("customer", "Oh brilliant, thank you so much!"),
    ("agent", "You're welcome. I'll call you tomorrow at one to make sure. Anything else?"),
]
POOR = [
    ("customer", "My parcel is lost and my daughter's birthday is tomorrow."),
    ("agent", "Ask the courier, that is not my department."),
    ("customer", "They sent me to you. This is ridiculous."),
    ("agent", "There is nothing I can do. It's our policy."),
]


def chat_line(
    name: str, turns: list[tuple[str, str]], agent: str = "dana", **fields: object
) -> str:
    """One chat as a line, with half a minute between its messages."""
    said = [
        {"speaker": speaker, "text": text, "start_s": 30.0 * n}
        for n, (speaker, text) in enumerate(turns)
    ]
    return json.dumps({"id": name, "channel": "chat", "agent": agent, "turns": said} | fields)


def chats_project(folder: Path, agents: tuple[str, ...] = ("dana", "eli"), each: int = 3) -> Path:
    """A project with a folder `chats`; each agent has good and poor ones in turn."""
    init_project(folder)
    (folder / "chats").mkdir()
    lines = [
        chat_line(f"{agent}-{n}", GOOD if n % 2 else POOR, agent)
        for agent in agents
        for n in range(1, each + 1)
    ]
    (folder / "chats" / "chats.jsonl").write_text("\n".join(lines) + "\n")
    return folder


def add_recordings(folder: Path, *names: str) -> Path:
    """Copy recordings of the quickstart, with their metadata, into `recordings/`."""
    source = quickstart_folder() / "recordings"
    target = folder / "recordings"
    target.mkdir(exist_ok=True)
    header, *rows = (source / "metadata.csv").read_text().splitlines()
    kept = [row for row in rows if row.split(",")[0] in names]
    (target / "metadata.csv").write_text("\n".join([header, *kept]) + "\n")
    for name in names:
        shutil.copyfile(source / name, target / name)
    return target
