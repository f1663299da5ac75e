"""Values to pages: HTML, PDF and data. Nothing here decides what is in force."""
