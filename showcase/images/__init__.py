"""The centre's pictures: stripped on upload, described for those who cannot see them."""
