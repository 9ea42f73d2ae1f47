"""Exports: the record of a report in the forms other people work with; imports `desk` and `record` only.

`export.page` is the page to read in a browser, `export.sheets` the tables for a spreadsheet.  They do not import one
another, and this door holds no names: whoever wants one of them does not load the other.
"""
