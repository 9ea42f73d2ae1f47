"""Phrases: noun phrases, names, clause openings and subjects, which claims, figures and events all build on."""
