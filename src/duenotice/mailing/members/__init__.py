"""Members: the file that an organisation has, read row by row, checked, and divided."""
