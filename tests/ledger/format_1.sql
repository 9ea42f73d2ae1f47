-- The tables of a case of format 1, as khabar made them until November 2026; tests make old cases with it.
-- A case: one crisis or investigation in one SQLite file.  These tables are plain: sqlite3 and Datasette read them.
-- Nothing is rewritten or deleted; the triggers below refuse it, and the journal, whose entries hold one another by their
-- hashes, shows it where somebody took the triggers away.  Offsets count Unicode code points of documents.text, half open.

-- The bytes as they came, compressed; sha256 and size are those of the bytes themselves.
CREATE TABLE originals (
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    packing TEXT NOT NULL CHECK (packing IN ('zlib', 'none')),
    bytes BLOB NOT NULL
) STRICT;

-- A text.  The same text in ten places is one document with ten appearances.
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    text_sha256 TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    characters INTEGER NOT NULL
) STRICT;

-- Where a text was found: the source as the person named it, what it says of itself (metadata: triples of field, value and
-- where that was read), who collected it, when, on which machine and by its clock.  kind (text, page, line, mail, telegram) and encoding say
-- how the text was taken out of the original, extractor which version of the program took it.
CREATE TABLE appearances (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (id),
    original TEXT NOT NULL REFERENCES originals (sha256),
    source TEXT NOT NULL,
    part TEXT NOT NULL,
    url TEXT,
    outlet TEXT,
    title TEXT,
    published TEXT,
    published_from TEXT,
    kind TEXT NOT NULL,
    encoding TEXT,
    metadata TEXT NOT NULL,
    flags TEXT NOT NULL,
    collected_at TEXT NOT NULL,
    collected_by TEXT NOT NULL,
    collected_on TEXT NOT NULL,
    extractor TEXT NOT NULL,
    UNIQUE (original, source, part, document)
) STRICT;
CREATE INDEX appearances_by_document ON appearances (document);
CREATE INDEX appearances_by_day ON appearances (published);

-- What a version of the rules read in a document, as JSON (the text is the document's), packed by zlib.  Newer rules make a
-- new record.  published is the day that its dates count from, and how that day is known.
CREATE TABLE records (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (id),
    appearance INTEGER NOT NULL REFERENCES appearances (id),
    version TEXT NOT NULL,
    rules TEXT NOT NULL,
    made_at TEXT NOT NULL,
    published TEXT,
    published_basis TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    json BLOB NOT NULL,
    UNIQUE (document, rules)
) STRICT;

-- The items of every record, one row an item; `item` is its id inside the document, "start", "end" and words its span.
CREATE TABLE claims (
    record INTEGER NOT NULL REFERENCES records (id), item TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
    words TEXT NOT NULL, speaker TEXT NOT NULL, actor TEXT, via TEXT, act TEXT NOT NULL, mode TEXT NOT NULL,
    status TEXT NOT NULL, polarity TEXT NOT NULL, distance TEXT NOT NULL, cue TEXT, found_by TEXT NOT NULL,
    headline INTEGER NOT NULL, within TEXT, same_as TEXT, rule TEXT NOT NULL,
    PRIMARY KEY (record, item)
) STRICT, WITHOUT ROWID;
CREATE TABLE figures (
    record INTEGER NOT NULL REFERENCES records (id), item TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
    words TEXT NOT NULL, measure TEXT NOT NULL, low INTEGER, high INTEGER, magnitude INTEGER, bound TEXT NOT NULL,
    counted TEXT, side TEXT, source TEXT, claim TEXT, event TEXT, place TEXT, as_of TEXT, implicit INTEGER NOT NULL,
    part_of TEXT, same_as TEXT, rule TEXT NOT NULL,
    PRIMARY KEY (record, item)
) STRICT, WITHOUT ROWID;
CREATE TABLE events (
    record INTEGER NOT NULL REFERENCES records (id), item TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
    words TEXT NOT NULL, type TEXT NOT NULL, subtype TEXT, status TEXT NOT NULL, actor TEXT, basis TEXT, target TEXT,
    place TEXT, date TEXT, claim TEXT, same_as TEXT, rule TEXT NOT NULL,
    PRIMARY KEY (record, item)
) STRICT, WITHOUT ROWID;
CREATE TABLE actors (
    record INTEGER NOT NULL REFERENCES records (id), item TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
    words TEXT NOT NULL, name TEXT NOT NULL, name_en TEXT, kind TEXT NOT NULL, role TEXT, country TEXT,
    public_role INTEGER NOT NULL, mentions INTEGER NOT NULL,
    PRIMARY KEY (record, item)
) STRICT, WITHOUT ROWID;
CREATE TABLE times (
    record INTEGER NOT NULL REFERENCES records (id), item TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
    words TEXT NOT NULL, value TEXT, kind TEXT, needs TEXT, basis TEXT, rule TEXT NOT NULL,
    PRIMARY KEY (record, item)
) STRICT, WITHOUT ROWID;
CREATE TABLE places (
    record INTEGER NOT NULL REFERENCES records (id), item TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
    words TEXT NOT NULL, name TEXT NOT NULL, name_ar TEXT, country TEXT, kind TEXT, geonames INTEGER, lat REAL, lon REAL,
    rule TEXT NOT NULL,
    PRIMARY KEY (record, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE withheld (
    record INTEGER NOT NULL REFERENCES records (id), item TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
    words TEXT NOT NULL, speaker TEXT NOT NULL, what TEXT NOT NULL, rule TEXT NOT NULL,
    PRIMARY KEY (record, item)
) STRICT, WITHOUT ROWID;

CREATE VIEW current_records AS SELECT r.* FROM records AS r WHERE r.id = (SELECT max(id) FROM records WHERE document = r.document);
CREATE VIEW current_claims AS SELECT r.document, t.* FROM claims AS t JOIN current_records AS r ON r.id = t.record;
CREATE VIEW current_figures AS SELECT r.document, t.* FROM figures AS t JOIN current_records AS r ON r.id = t.record;
CREATE VIEW current_events AS SELECT r.document, t.* FROM events AS t JOIN current_records AS r ON r.id = t.record;
CREATE VIEW current_actors AS SELECT r.document, t.* FROM actors AS t JOIN current_records AS r ON r.id = t.record;
CREATE VIEW current_times AS SELECT r.document, t.* FROM times AS t JOIN current_records AS r ON r.id = t.record;
CREATE VIEW current_places AS SELECT r.document, t.* FROM places AS t JOIN current_records AS r ON r.id = t.record;
CREATE VIEW current_withheld AS SELECT r.document, t.* FROM withheld AS t JOIN current_records AS r ON r.id = t.record;
CREATE INDEX records_by_document ON records (document);
CREATE INDEX records_by_day ON records (published);
CREATE INDEX claims_by_speaker ON claims (speaker);
CREATE INDEX places_by_name ON places (name);

-- What happened to the case: one entry for each thing taken in, read, decided, sealed.  hash covers previous and all fields.
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    machine TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
) STRICT;
-- What people decided about items, out of the journal.  verdict is accept, correct, reject, unsure, or undo, which takes back
-- the decision whose seq stands in undoes; item is an id of the document, fields holds the corrected columns.
CREATE VIEW decisions AS
    SELECT seq, at, who, subject ->> '$.document' AS document, subject ->> '$.item' AS item, subject ->> '$.verdict' AS verdict,
           subject -> '$.fields' AS fields, subject ->> '$.reason' AS reason, subject ->> '$.undoes' AS undoes
    FROM journal WHERE kind = 'decision';
CREATE VIEW standing_decisions AS
    SELECT * FROM decisions AS d
    WHERE verdict <> 'undo' AND NOT EXISTS (SELECT 1 FROM decisions AS u WHERE u.verdict = 'undo' AND u.undoes = d.seq);
CREATE INDEX journal_decisions ON journal (subject ->> '$.document', subject ->> '$.item') WHERE kind = 'decision';

-- The words of every document, folded and without article, for full-text search; rowid is the document's id.
CREATE VIRTUAL TABLE search USING fts5 (words, content = '', tokenize = 'porter unicode61');

CREATE TRIGGER originals_update BEFORE UPDATE ON originals BEGIN SELECT RAISE(ABORT, 'a case only grows: originals are never changed'); END;
CREATE TRIGGER originals_delete BEFORE DELETE ON originals BEGIN SELECT RAISE(ABORT, 'a case only grows: originals are never changed'); END;
CREATE TRIGGER documents_update BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'a case only grows: documents are never changed'); END;
CREATE TRIGGER documents_delete BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'a case only grows: documents are never changed'); END;
CREATE TRIGGER appearances_update BEFORE UPDATE ON appearances BEGIN SELECT RAISE(ABORT, 'a case only grows: appearances are never changed'); END;
CREATE TRIGGER appearances_delete BEFORE DELETE ON appearances BEGIN SELECT RAISE(ABORT, 'a case only grows: appearances are never changed'); END;
CREATE TRIGGER records_update BEFORE UPDATE ON records BEGIN SELECT RAISE(ABORT, 'a case only grows: records are never changed'); END;
CREATE TRIGGER records_delete BEFORE DELETE ON records BEGIN SELECT RAISE(ABORT, 'a case only grows: records are never changed'); END;
CREATE TRIGGER claims_update BEFORE UPDATE ON claims BEGIN SELECT RAISE(ABORT, 'a case only grows: claims are never changed'); END;
CREATE TRIGGER claims_delete BEFORE DELETE ON claims BEGIN SELECT RAISE(ABORT, 'a case only grows: claims are never changed'); END;
CREATE TRIGGER figures_update BEFORE UPDATE ON figures BEGIN SELECT RAISE(ABORT, 'a case only grows: figures are never changed'); END;
CREATE TRIGGER figures_delete BEFORE DELETE ON figures BEGIN SELECT RAISE(ABORT, 'a case only grows: figures are never changed'); END;
CREATE TRIGGER events_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'a case only grows: events are never changed'); END;
CREATE TRIGGER events_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'a case only grows: events are never changed'); END;
CREATE TRIGGER actors_update BEFORE UPDATE ON actors BEGIN SELECT RAISE(ABORT, 'a case only grows: actors are never changed'); END;
CREATE TRIGGER actors_delete BEFORE DELETE ON actors BEGIN SELECT RAISE(ABORT, 'a case only grows: actors are never changed'); END;
CREATE TRIGGER times_update BEFORE UPDATE ON times BEGIN SELECT RAISE(ABORT, 'a case only grows: times are never changed'); END;
CREATE TRIGGER times_delete BEFORE DELETE ON times BEGIN SELECT RAISE(ABORT, 'a case only grows: times are never changed'); END;
CREATE TRIGGER places_update BEFORE UPDATE ON places BEGIN SELECT RAISE(ABORT, 'a case only grows: places are never changed'); END;
CREATE TRIGGER places_delete BEFORE DELETE ON places BEGIN SELECT RAISE(ABORT, 'a case only grows: places are never changed'); END;
CREATE TRIGGER withheld_update BEFORE UPDATE ON withheld BEGIN SELECT RAISE(ABORT, 'a case only grows: withheld are never changed'); END;
CREATE TRIGGER withheld_delete BEFORE DELETE ON withheld BEGIN SELECT RAISE(ABORT, 'a case only grows: withheld are never changed'); END;
CREATE TRIGGER journal_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'a case only grows: journal are never changed'); END;
CREATE TRIGGER journal_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'a case only grows: journal are never changed'); END;
