"""The forms of messages to members: laid out once for all, filled for each."""
