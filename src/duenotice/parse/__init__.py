"""Bytes in, values and diagnostics out; and the same values back into text.

No module here opens a file: callers hand over bytes and the name to show.
"""
