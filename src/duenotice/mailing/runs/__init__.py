"""A run: partitions that are made by workers, and the record of what was made."""
