"""Telling: an item of the record as one plain sentence, in the language of the person who reads it.

Made from the item's fields and the message files, never by translation; source words stay as they are, in quotation
marks.  Nothing is said in khabar's own voice: each sentence names who says it, or the report.
"""

from khabar.desk.telling.amounts import amount
from khabar.desk.telling.cases import as_subject
from khabar.desk.telling.dates import date_words
from khabar.desk.telling.figures import day_of
from khabar.desk.telling.lists import is_arabic
from khabar.desk.telling.names import country_name
from khabar.desk.telling.reckoning import basis_words
from khabar.desk.telling.sentences import Teller, sentence
from khabar.desk.telling.voice import said_by_measure

__all__ = [
    "Teller",
    "amount",
    "as_subject",
    "basis_words",
    "country_name",
    "date_words",
    "day_of",
    "is_arabic",
    "said_by_measure",
    "sentence",
]
