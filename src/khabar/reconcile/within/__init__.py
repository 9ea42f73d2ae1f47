"""What one report says against itself: figures that differ, denials of what it tells, a headline that says more than the body."""
