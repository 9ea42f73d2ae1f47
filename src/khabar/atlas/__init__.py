"""Places, countries, demonyms and personal names in Arabic and English, read from one packaged table.

The table is made by `make tables` (`python -m khabar.atlas.build`) out of GeoNames, CLDR, name lists and the
curated `.tsv` files of this folder; see NOTICE for the credits that go with it.
"""

from khabar.atlas.gazetteer import AtlasMissing, Gazetteer, shared_atlas
from khabar.atlas.keys import key_of, word_key
from khabar.atlas.place import Place, Script
from khabar.atlas.transliteration import may_be_one_name, may_be_one_word

__all__ = [
    "AtlasMissing",
    "Gazetteer",
    "Place",
    "Script",
    "key_of",
    "may_be_one_name",
    "may_be_one_word",
    "shared_atlas",
    "word_key",
]
