"""Whether messages say what they must, before any of them is made."""
