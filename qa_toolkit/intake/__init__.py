"""Recordings and chat files become Interactions and Transcripts; what cannot is a Problem."""
