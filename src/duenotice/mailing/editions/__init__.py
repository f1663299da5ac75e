"""The messages of one change, laid out for each language and each known text."""
