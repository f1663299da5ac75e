"""What a change means for people: facts, findings, and the notice they call for."""
