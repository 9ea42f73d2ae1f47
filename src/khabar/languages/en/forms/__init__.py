"""Word forms: what a written word can be, from its lists and its spelling."""
