"""Scorecards for people and programs: workbook, pages, tables and JSON from one view."""
