"""Outlets: whether a medium named in a report is the one that prints it, by its name as written or by its English one."""

from __future__ import annotations

from msgspec.structs import replace

from khabar.atlas import may_be_one_name
from khabar.languages.drafts import ClaimDraft, NameDraft
from khabar.text.fold import fold_word


def without_outlet(draft: ClaimDraft, outlet: str | None) -> ClaimDraft:
    """The draft without the outlet among its relays: to speak to the paper itself is no hop."""
    kept = tuple(v for v in draft.via if not is_outlet(v.name, outlet))
    return draft if len(kept) == len(draft.via) else replace(draft, via=kept)


def is_outlet(name: NameDraft, outlet: str | None) -> bool:
    """Whether a medium is the outlet, by its name as written or by its English one."""
    if not outlet:
        return False
    for called in (name.name, name.alias):
        words, own = set(_plain(called)) - _GENERIC, set(_plain(outlet)) - _GENERIC
        if words and own and (words <= own or own <= words):
            return True
    if name.name.isascii() or not outlet.isascii():
        return False
    own_name = " ".join(word for word in outlet.split() if not _GENERIC.issuperset(_plain(word)))
    return may_be_one_name(name.name, own_name or outlet)


def works_for(reporter: NameDraft, outlet: str | None) -> bool:
    """Whether somebody reports for the outlet, so that his words are its own."""
    own = set(_plain(outlet or "")) - _GENERIC
    return bool(own) and own <= set(_plain(reporter.name))


# Words of a medium's name that do not tell it from another of the house (CNN Arabic, the CNN network).
_GENERIC = frozenset(
    map(
        fold_word,
        ("arabic", "english", "saudi", "the", "net", "online", "وكالة", "قناة", "شبكة", "صحيفة", "جريدة", "موقع", "نت"),
    )
)


def _plain(name: str) -> list[str]:
    return [fold_word(word.strip("()\"'«»“”-")).lower() for word in name.replace("-", " ").replace(".", " ").split()]
