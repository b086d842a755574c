"""People who sign in: staff, artisans, later visitors."""
