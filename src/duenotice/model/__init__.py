"""The words of the field as values: no reading, no writing, no third party."""
