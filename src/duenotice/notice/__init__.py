"""The change notice: drafted from the findings, and checked after an editor wrote."""
