"""What is told: editions laid out once, and the messages that are made of them."""
