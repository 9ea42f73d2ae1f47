CREATE TABLE joined_things (
    id INTEGER PRIMARY KEY, layer TEXT NOT NULL, digest BLOB NOT NULL, keys BLOB NOT NULL, joined TEXT NOT NULL,
    why TEXT NOT NULL, perhaps TEXT NOT NULL, UNIQUE (layer, digest)
) STRICT;
CREATE INDEX joined_by_group ON joined_things (layer, joined);
-- Which item is which thing; of a voice the name and the role in the report, and the country for whose state it speaks.
CREATE TABLE joined_items (
    document INTEGER NOT NULL REFERENCES documents (id), layer TEXT NOT NULL, item TEXT NOT NULL,
    thing INTEGER NOT NULL REFERENCES joined_things (id), name TEXT NOT NULL, role TEXT NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (document, layer, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX joined_by_thing ON joined_items (thing, name, state);
-- Under which names (hashes of keys without their day) neighbours are found.  way: 0 is it, 1 offers it, 2 seeks it, from day to last.
CREATE TABLE joined_keys (
    name INTEGER NOT NULL, way INTEGER NOT NULL, day INTEGER NOT NULL, last INTEGER NOT NULL,
    thing INTEGER NOT NULL REFERENCES joined_things (id), PRIMARY KEY (name, way, day, last, thing)
) STRICT, WITHOUT ROWID;
-- By which rules and which registry (its JSON) all this was made, and up to which entry of the journal.
