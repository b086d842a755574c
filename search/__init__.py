"""Search and browsing: the read model of villages, artisans and products."""
