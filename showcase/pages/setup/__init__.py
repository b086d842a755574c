"""Everything a fresh database needs before the first record: idempotent, never over people's work."""
