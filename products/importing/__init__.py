"""The centre's lists: cells as staff type them, read into records."""
