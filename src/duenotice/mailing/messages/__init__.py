"""The messages of an edition, made out to one reader after the other."""
