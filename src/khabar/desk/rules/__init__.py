"""The rules as people see them: each as a card with its reason, how often it was right, and all of them as a book."""
