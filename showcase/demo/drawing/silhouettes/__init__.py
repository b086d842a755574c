"""Forms of things, one module a family: each function places the parts of one kind of thing."""
