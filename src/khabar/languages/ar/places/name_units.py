"""The unit that stands for a place name in the row that the rules of places read: its classes, its particles, its stretch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from khabar.grammar import Unit, reading
from khabar.languages.ar.forms.particles import GLUED
from khabar.languages.place_names import Name

TYPED = "place_typed"  # a name of several words whose first is a type word
DEFINITE = "place_definite"  # a name that begins with the article
_QUOTABLE = "media"  # a newspaper is called the same
# Classes that leave a word free to be a glued particle and a well-known name (ب + a country), though it was read whole.
GUESSED = ("maybe_bi", "maybe_li")
_ARTICLE = "ال"


def before(unit: Unit, name: Name) -> Unit:
    """What stands before the name in its phrase."""
    text = unit.text[: name.start - unit.start].rstrip()
    place = (unit.start, unit.start + len(text), unit.first, unit.last)
    return Unit.of(place, text, unit.view.rpartition(" ")[0], reading({"fi": True, "prep": True}))


def named(units: Sequence[Unit], name: Name) -> Unit:
    """The unit of a name: the class of its grade, the particles before it, and what a single word is besides."""
    head = units[name.first]
    classes: dict[str, Any] = {name.grade: name, "place_name": name}
    if name.key.startswith(_ARTICLE):
        classes[DEFINITE] = True
    if name.last > name.first + 1 and "place_type" in head.signature:
        classes[TYPED] = head["place_type"]
    if "phrase" in head.signature:
        classes.update({_QUOTABLE: True} if "media" in head.signature else {})
    elif name.last == name.first + 1:
        classes = {n: v for n, v in {**head.classes, **classes}.items() if n not in ("+al", *GUESSED)}
    else:
        classes.update({particle: True for particle in GLUED if particle in head.signature})
    for particle in GLUED[2:]:
        if particle in classes and name.start <= head.cut:
            del classes[particle]  # read as glued by morphology, but part of the name
    _add_cut_particles(classes, head, name)
    text = head.text if name.last == name.first + 1 else f"{head.text} {units[name.last - 1].text}"
    cut = min(head.cut, name.start) - head.start
    read = reading(classes, cut, name.start - head.start)
    start = head.start if "phrase" not in head.signature else name.start
    place = (start, name.end, head.first, units[name.last - 1].last)
    if "phrase" in head.signature:
        read = reading(classes)
    return Unit.of(place, text, name.key, read)


def _add_cut_particles(classes: dict[str, Any], head: Unit, name: Name) -> None:
    """Particles that were cut for this name although morphology read the word whole."""
    letters = head.view[: len(head.view) - len(name.key.split()[0])] if name.last == name.first + 1 else ""
    for letter, particle in zip("وفبلك", GLUED, strict=True):
        if letter in letters and name.start > head.start:
            classes[particle] = True
