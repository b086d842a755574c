"""What may name what: proved on the source, each rule with a planted fault that must be found."""
