"""Figures over many scorecards: means and shares with intervals, trends, losses, people apart."""
