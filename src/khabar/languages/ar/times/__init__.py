"""Dates, times, periods."""
