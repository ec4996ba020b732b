"""The lanes of a timeline as HTML with inline SVG: one drawing for each lane, stretched to fit."""

from collections.abc import Iterator
from html import escape

from qa_toolkit.drawing.lanes import Bar, Lane
from qa_toolkit.drawing.timeline import Timeline

_LEGEND = (
    ("agent", "Agent"),
    ("customer", "Customer"),
    ("bot", "Bot"),
    ("shopper", "Mystery shopper"),
    ("unknown", "Speaker not known"),
    ("music", "Hold music"),
    ("ringing", "Ringing"),
    ("keys", "Telephone keys"),
    ("noise", "Noise"),
    ("silence", "Long silence"),
    ("over", "Both speak"),
)
_VOICES = frozenset({"agent", "customer", "bot", "shopper", "unknown"})


def timeline_svg(timeline: Timeline, anchor: str = "t") -> str:
    """Lanes with marks of time and a legend; a turn's bar leads to `#t1`, `#t2` and so on.

    Args:
        timeline: what is heard when.
        anchor: what the names of turns on the page begin with.
    """
    to = escape(anchor)
    return "\n".join(
        (
            f'<div class="lanes" data-duration="{timeline.duration_s}">',
            *(_lane(lane, to) for lane in timeline.lanes),
            '<div class="ticks" aria-hidden="true">',
            *(f'<span style="left: {t.percent}%">{t.text}</span>' for t in timeline.ticks),
            "</div>",
            '<div class="heads" aria-hidden="true"><i class="head" hidden></i></div>',
            "</div>",
            '<ul class="legend">',
            *_legend(timeline.looks),
            "</ul>",
        )
    )


def _lane(lane: Lane, to: str) -> str:
    path = f'\n<path class="waveform" d="{lane.waveform}"/>' if lane.waveform else ""
    y, height = (22, 56) if lane.look == "events" else (0, 100)
    heard = "".join(_heard(bar, y, height) for bar in lane.bars if bar.turn is None)
    y, height = (88, 12) if lane.waveform else (22, 56)
    said = "".join(
        _said(bar, f"{to}{bar.turn + 1}", y, height) for bar in lane.bars if bar.turn is not None
    )
    return (
        f'<div class="lane-name" aria-hidden="true">{escape(lane.name)}</div>\n'
        f'<svg class="lane {lane.look}" viewBox="0 0 1000 100" preserveAspectRatio="none" '
        f'role="group" aria-label="{escape(lane.said)}">{heard}{path}{said}\n</svg>'
    )


def _heard(bar: Bar, y: int, height: int) -> str:
    return (
        f'\n<rect class="{bar.look}" x="{bar.x}" y="{y}" width="{bar.width}" height="{height}">'
        f"<title>{escape(bar.title)}</title></rect>"
    )


def _said(bar: Bar, to: str, y: int, height: int) -> str:
    return (
        f'\n<a href="#{to}" tabindex="-1"><rect class="spoken" x="{bar.x}" y="{y}" '
        f'width="{bar.width}" height="{height}"><title>{escape(bar.title)}</title></rect></a>'
    )


def _legend(looks: frozenset[str]) -> Iterator[str]:
    for look, name in _LEGEND:
        if look in looks:
            voice, fill = (look, "spoken") if look in _VOICES else ("", look)
            yield (
                f'<li><svg class="swatch {voice}" viewBox="0 0 16 12" aria-hidden="true">'
                f'<rect class="{fill}" width="16" height="12"/></svg>{name}</li>'
            )
