"""A made-up catalogue of any size, for measuring. Nobody and nothing in it exists."""
