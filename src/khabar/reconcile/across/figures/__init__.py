"""How many: one count a report and telling, series a voice, and how two points of a series stand to one another."""
