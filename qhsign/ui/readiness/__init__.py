"""候场: what is still missing of each contract, who signs instead, and what to print again."""
