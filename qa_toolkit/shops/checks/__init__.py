"""Checks of what shoppers noted: one module each, the table of all, and what runs them.

Families: M0 right and form, M1 completeness, M2 contradictions, M3 wording, M4 times and place,
M5 evidence, M6 copies, M7 people.
"""
