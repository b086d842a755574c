"""Tags that show pictures."""
