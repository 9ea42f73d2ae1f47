"""Words that only take people up and name nobody: all of them, most of them, he, they."""

ALL_OF_THEM = frozenset(("جميعهم", "كلهم", "جميعهن", "كلهن", "كلاهما", "كلتاهما", "هم", "they", "both", "all of them"))
"""Several who spoke, or were named, before."""
OF_THEM = ALL_OF_THEM | frozenset(
    (
        *(
            "معظمهم",
            "بعضهم",
            "أغلبهم",
            "غالبيتهم",
            "أغلبيتهم",
            "أكثرهم",
            "أحدهم",
            "إحداهن",
            "أحدهما",
            "إحداهما",
            "احدهم",
        ),
        *("بعضهن", "معظمهن", "هو", "هي", "some of them", "most of them", "one of them", "many of them"),
    )
)
"""Those, and some of them whom the text does not name."""
