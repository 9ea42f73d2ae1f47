"""What a report holds back: statements withheld, and the caveats it gives."""
