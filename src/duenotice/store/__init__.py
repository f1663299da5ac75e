"""Where texts and records are kept: in git, or in the working tree."""
