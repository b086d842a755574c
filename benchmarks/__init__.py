"""What the site costs, measured beside a view that does nothing: see docs/performance.md and ``make bench``."""
