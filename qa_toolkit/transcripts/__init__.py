"""Transcripts for people and programs: text, WebVTT, SubRip, JSON and a page.

`cues` cuts turns for players, `wording` decides the words once; each format lays them out in a
module of its own, and `write` is the table. Timelines come from `qa_toolkit.drawing`.
"""
