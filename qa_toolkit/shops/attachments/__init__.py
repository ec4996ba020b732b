"""Attachments of shops: what a file really is, whether it may be kept, and when a photo was taken."""
