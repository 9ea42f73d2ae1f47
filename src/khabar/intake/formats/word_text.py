"""Documents of word processors (.docx, .odt): their paragraphs in order, tables row by row; the file is the original.

Words that somebody deleted under tracked changes are no words of it, inserted ones are.  Footnotes, headers and comments are left
out.  Nothing in a document is run or loaded, and no entity of its XML is resolved.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, Final

from khabar.intake.dates import check_published
from khabar.intake.encodings import clean
from khabar.intake.formats.format import Format
from khabar.intake.incoming import Arrival, Incoming, IntakeError, Kept, Metadata, check_length, hash_bytes
from khabar.intake.opening import Given

_MOST_XML: Final = 128 << 20
_PARTS: Final = {"word/document.xml": "docProps/core.xml", "content.xml": "meta.xml"}
"""Where the words stand, and what is said about them: Office Open XML and OpenDocument."""
_SILENT: Final = frozenset(
    [
        "Fallback",
        "del",
        "moveFrom",
        "footnote",
        "endnote",
        "annotation",
        "tracked-changes",
        "deletion",
        "note",
        "delText",
        "instrText",
        "pPr",
        "rPr",
        "sectPr",
    ]
)
_PARAGRAPHS: Final = frozenset(("p", "h"))
_SAID: Final = {
    "title": "title",
    "subject": "subject",
    "creator": "author",
    "initial-creator": "author",
    "created": "created",
    "creation-date": "created",
    "modified": "modified",
    "date": "modified",
    "lastModifiedBy": "edited_by",
}
_PROVENANCE: Final = "document"


def _read(given: Given) -> Iterator[Arrival]:
    data = given.whole()
    words, told = _opened(data)
    words, flags = clean(words)
    if not words.strip():
        raise IntakeError("empty", "only_space")
    check_length(words)
    yield Incoming(
        id=given.name,
        text=words,
        original=data,
        sha256=hash_bytes(data),
        title=next((value for name, value, _ in told if name == "title"), None),
        url=given.address,
        flags=flags,
        metadata=told,
        kind="word",
    )


def _opened(data: bytes) -> tuple[str, Metadata]:
    """The words, and what the document says of itself.  Raises IntakeError where it cannot be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = set(packed.namelist())
            body = next((name for name in _PARTS if name in names), None)
            if body is None:
                raise IntakeError("not_text", "document_damaged", why="no text part")
            words = "\n".join(_paragraphs(_tree(packed, body)))
            about = _PARTS[body]
            return words, _told(_tree(packed, about)) if about in names else ()
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
        raise IntakeError("not_text", "document_damaged", why=error) from error


def _tree(packed: zipfile.ZipFile, name: str) -> Any:
    from lxml import etree  # start-up: 40 ms

    with packed.open(name) as stream:
        xml = stream.read(_MOST_XML + 1)
    if len(xml) > _MOST_XML:
        raise IntakeError("too_large", "unpacks_beyond", limit=f"{_MOST_XML >> 20} MB")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(xml, parser)
    except etree.LxmlError as error:
        raise ValueError(str(error)) from error
    if tree.getroottree().docinfo.doctype:
        raise ValueError("it declares a type, as no document does")
    return tree


def _paragraphs(tree: Any) -> Iterator[str]:
    """The paragraphs; of a table each row, its cells parted by tabs.  Found without recursion: nesting may be deep."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        name = _name(node)
        if name in _SILENT:
            continue
        if name in ("tr", "table-row"):
            row = "\t".join(" ".join(_words(cell).split()) for cell in node if _name(cell) in ("tc", "table-cell"))
            if row.strip():
                yield row
        elif name in _PARAGRAPHS:
            words = _words(node).strip()
            if words:
                yield words
        else:
            waiting += reversed(list(node))


def _words(node: Any) -> str:
    """The words inside an element: those of its runs, with tabs and line ends."""
    told: list[str] = []
    waiting: list[tuple[Any, bool]] = [(node, False)]
    while waiting:
        each, behind = waiting.pop()
        if behind:
            told.append(each)
            continue
        name = _name(each)
        if name in _SILENT:
            continue
        told.append({"tab": "\t", "br": "\n", "line-break": "\n", "s": " ", "cr": "\n"}.get(name, ""))
        if name == "t" or not _is_word(each):
            told.append(each.text or "")
        for child in reversed(each):
            if not _is_word(each):
                waiting.append((child.tail or "", True))
            waiting.append((child, False))
        if name in _PARAGRAPHS and told:
            told.append(" " if each is not node else "")
    return "".join(told)


def _is_word(node: Any) -> bool:
    """Whether an element is of Word, where only <w:t> holds words; in OpenDocument all text is words."""
    return "wordprocessingml" in str(node.tag) or "drawingml" in str(node.tag)


def _name(node: Any) -> str:
    return str(node.tag).rpartition("}")[2] if isinstance(node.tag, str) else ""


def _told(tree: Any) -> Metadata:
    found = []
    for node in tree.iter():
        name, value = _SAID.get(_name(node)), clean(" ".join((node.text or "").split()))[0]
        if name and value:
            found.append((name, _moment(value) if name in ("created", "modified") else value, _PROVENANCE))
    return tuple(found)


def _moment(written: str) -> str:
    try:
        return check_published(written)
    except ValueError:
        return written


def _again(kept: Kept) -> str:
    return clean(_opened(kept.original)[0])[0]


def _tells(given: Given) -> bool:
    return given.named(".docx", ".docm", ".odt") and given.head.startswith(b"PK")


FORMAT = Format(("word",), _tells, _read, _again, (".docx", ".odt"))
