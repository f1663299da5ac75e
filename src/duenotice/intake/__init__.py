"""Bringing in statements from elsewhere, and starting new projects."""
