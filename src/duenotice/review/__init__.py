"""What a change of a statement means: assessed in all languages, decided, gated."""
