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
    UNIQUE (original, source, part, document, collected_at, collected_by, collected_on)
) STRICT;
CREATE INDEX appearances_by_document ON appearances (document);
CREATE INDEX appearances_by_day ON appearances (published);
CREATE INDEX appearances_by_source ON appearances (source, part);

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
    UNIQUE (document, rules, sha256)
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

-- Derived: the youngest record of each document, also where another desk read it before or after, with the second in which it
-- was made and the day that its dates count from.  A trigger keeps it.
CREATE TABLE newest (
    document INTEGER PRIMARY KEY,
    record INTEGER NOT NULL,
    made INTEGER,
    day TEXT
) STRICT;
CREATE INDEX newest_by_day ON newest (day);
CREATE TRIGGER records_newest AFTER INSERT ON records BEGIN
    INSERT INTO newest VALUES (new.document, new.id, unixepoch(new.made_at), substr(new.published, 1, 10))
    ON CONFLICT (document) DO UPDATE SET record = excluded.record, made = excluded.made, day = excluded.day
    WHERE (excluded.made, excluded.record) > (made, record);
END;

CREATE VIEW current_records AS SELECT r.* FROM newest AS n JOIN records AS r ON r.id = n.record;
CREATE VIEW current_claims AS SELECT r.document, t.* FROM claims AS t JOIN current_records AS r ON r.id = t.record;
CREATE VIEW current_figures AS SELECT r.document, t.* FROM figures AS t JOIN current_records AS r ON r.id = t.record;
CREATE VIEW current_events AS SELECT r.document, t.* FROM events AS t JOIN current_records AS r ON r.id = t.record;
CREATE VIEW current_actors AS SELECT r.document, t.* FROM actors AS t JOIN current_records AS r ON r.id = t.record;
CREATE VIEW current_times AS SELECT r.document, t.* FROM times AS t JOIN current_records AS r ON r.id = t.record;
CREATE VIEW current_places AS SELECT r.document, t.* FROM places AS t JOIN current_records AS r ON r.id = t.record;
CREATE VIEW current_withheld AS SELECT r.document, t.* FROM withheld AS t JOIN current_records AS r ON r.id = t.record;
CREATE INDEX records_by_document ON records (document);
CREATE INDEX records_by_day ON records (published);
CREATE INDEX figures_by_number ON figures (measure, low);
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
-- Journals of other desks whose cases were merged into this one, kept whole: entries as they stood there, seq and all; those
-- that the two journals share stand in one of them only.  An entry of the kind "merged" vouches for the last hash of each.
CREATE TABLE carried (
    seq INTEGER NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, machine TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
-- What people decided about items, out of the journal.  verdict is accept, correct, reject, unsure, or undo, which takes back
-- the decision whose seq stands in undoes; item is an id of the document, fields holds the corrected columns.  A decision of
-- another desk keeps its maker, its day and its hash of there.  It settles what was decided before it; where overrules is
-- given (blind reviews, decisions of other desks) those entries only.
CREATE VIEW decisions AS
    SELECT seq, coalesce(subject ->> '$.at', at) AS at, coalesce(subject ->> '$.by', who) AS who,
           subject ->> '$.document' AS document, subject ->> '$.item' AS item, subject ->> '$.verdict' AS verdict,
           subject -> '$.fields' AS fields, subject ->> '$.reason' AS reason, subject ->> '$.undoes' AS undoes,
           subject -> '$.overrules' AS overrules, coalesce(subject ->> '$.carried', hash) AS hash
    FROM journal WHERE kind = 'decision';
CREATE VIEW standing_decisions AS
    SELECT * FROM decisions AS d
    WHERE verdict <> 'undo' AND NOT EXISTS (SELECT 1 FROM decisions AS u WHERE u.document = d.document AND u.item = d.item
                                            AND u.verdict = 'undo' AND u.undoes = d.seq);
-- Those of them that no later one settled; where several differ, the item is disagreed about.
CREATE VIEW open_decisions AS
    SELECT * FROM standing_decisions AS d
    WHERE NOT EXISTS (SELECT 1 FROM standing_decisions AS l WHERE l.document = d.document AND l.item = d.item AND l.seq > d.seq
                      AND (l.overrules IS NULL OR d.seq IN (SELECT value FROM json_each(l.overrules))));
CREATE INDEX journal_decisions ON journal (subject ->> '$.document', subject ->> '$.item') WHERE kind = 'decision';

-- What people say of several reports, of names, and the registries that they sign: few among the many entries of a case.
CREATE INDEX journal_words ON journal (kind) WHERE kind = 'signed' OR kind = 'registry' OR kind = 'name';

-- Feeds that were followed to their end, out of the journal: the marks (ETag, Last-Modified) and the SHA-256 of the version.
CREATE VIEW visits AS
    SELECT seq, at, who, subject ->> '$.url' AS url, subject ->> '$.etag' AS etag, subject ->> '$.last_modified' AS last_modified,
           subject ->> '$.sha256' AS sha256
    FROM journal WHERE kind = 'visited';
CREATE INDEX journal_visits ON journal (subject ->> '$.url') WHERE kind = 'visited';

-- The words of every document, folded and without article, for full-text search; rowid is the document's id.
CREATE VIRTUAL TABLE search USING fts5 (words, content = '', tokenize = 'porter unicode61');

-- Derived: where the words of the search stand in the text, for each word the characters since the last one and its own, as
-- whole numbers of one, two or four bytes (the first byte tells how many).
CREATE TABLE word_places (
    document INTEGER PRIMARY KEY,
    places BLOB NOT NULL
) STRICT;

-- Derived: the names that filters look for (speaker, place, outlet), folded as the words of the search are, and the documents
-- that hold them.  Speakers and places are those of the newest record.
CREATE TABLE names (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    folded TEXT NOT NULL,
    UNIQUE (kind, folded)
) STRICT;
CREATE TABLE named (
    document INTEGER NOT NULL,
    name INTEGER NOT NULL REFERENCES names (id),
    PRIMARY KEY (document, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_by_name ON named (name, document);

-- Which version of the program's folding the derived tables were made with: `khabar doctor CASE --rebuild` makes them anew.
CREATE TABLE derived (
    what TEXT PRIMARY KEY,
    version TEXT NOT NULL
) STRICT;

-- Near-duplicates.  All four tables are derived from documents and appearances: they can be made anew at any time
-- (`khabar copies CASE --rebuild`), nothing in them is evidence, and no trigger guards them.
-- Which passages a document has, and under which bands (MinHash) their like is found; words is how many it has.
CREATE TABLE copy_signatures (
    document INTEGER PRIMARY KEY REFERENCES documents (id),
    words INTEGER NOT NULL,
    passages BLOB NOT NULL
) STRICT;
CREATE TABLE copy_bands (
    band INTEGER NOT NULL, document INTEGER NOT NULL REFERENCES documents (id),
    PRIMARY KEY (band, document)
) STRICT, WITHOUT ROWID;
-- Bands of passages that one outlet uses in many of its texts: frames and standing background, which say nothing of an origin.
CREATE TABLE copy_stock (band INTEGER PRIMARY KEY) STRICT;
-- What two documents share word for word: JSON triples (word in one, word in other, how many); one is the text whose hash is
-- the smaller, so that the order of adding does not matter.  numbers: how many different numbers in digits the poorer of them
-- has, and how many of them stand in both.
CREATE TABLE copy_pairs (
    one INTEGER NOT NULL REFERENCES documents (id), other INTEGER NOT NULL REFERENCES documents (id), runs TEXT NOT NULL,
    numbers INTEGER NOT NULL, numbers_shared INTEGER NOT NULL, PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_pairs_by_other ON copy_pairs (other);
-- Of which source (address, message of a channel, entry of a feed) an appearance is: two of one source with different texts are
-- versions of it.  Derived as the others.
CREATE TABLE source_keys (
    key TEXT NOT NULL, appearance INTEGER NOT NULL REFERENCES appearances (id), PRIMARY KEY (key, appearance)
) STRICT, WITHOUT ROWID;
-- Notices of updates, corrections and retractions in headline, first and last paragraphs, by the rules of the program.  Derived
-- as the others.
CREATE TABLE notices (
    document INTEGER NOT NULL REFERENCES documents (id), kind TEXT NOT NULL, rule TEXT NOT NULL, place TEXT NOT NULL,
    "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL, PRIMARY KEY (document, place, "start", rule, words)
) STRICT, WITHOUT ROWID;
-- The last appearance that was looked at, and by which method.
CREATE TABLE copy_state (method TEXT NOT NULL, appearance INTEGER NOT NULL) STRICT;

-- What people decided about these links.  A word settles those before it; where overrules is given (words of other desks), those
-- entries only.
CREATE VIEW link_decisions AS
    SELECT seq, coalesce(subject ->> '$.at', at) AS at, coalesce(subject ->> '$.by', who) AS who, subject ->> '$.link' AS link,
           subject ->> '$.verdict' AS verdict, subject ->> '$.reason' AS reason, subject -> '$.overrules' AS overrules
    FROM journal WHERE kind = 'link decided';
CREATE VIEW open_link_decisions AS
    SELECT * FROM link_decisions AS d
    WHERE NOT EXISTS (SELECT 1 FROM link_decisions AS l WHERE l.link = d.link AND l.seq > d.seq
                      AND (l.overrules IS NULL OR d.seq IN (SELECT value FROM json_each(l.overrules))));
-- What the comparison of many reports goes by, kept so that one more report costs its own keys and what they meet.  Derived from
-- the newest records, people's decisions and the registry beside the case; made anew where rules or registry are others.
-- A thing is what items are by their keys (packed): in the layer "events" the telling of an event in one report, in "voices" all
-- actors that have the same keys.  joined names the group that it is in ("" where each of its items stays alone).  step tells when
-- that was settled, 0 where it never was; way, of a voice, how; of an event, on which late levels it asks.  Of events: base is the
-- group before these levels, why holds the keys by which it belongs there and perhaps the groups that it may be (JSON arrays),
-- late what became of it on these levels (JSON).
CREATE TABLE joined_things (
    id INTEGER PRIMARY KEY, layer TEXT NOT NULL, digest BLOB NOT NULL, joined TEXT NOT NULL, step INTEGER NOT NULL,
    way INTEGER NOT NULL, base TEXT NOT NULL, why TEXT NOT NULL, perhaps TEXT NOT NULL, late TEXT NOT NULL, keys BLOB NOT NULL,
    UNIQUE (layer, digest)
) STRICT;
CREATE INDEX joined_by_group ON joined_things (layer, joined);
-- Which item is which thing; of a voice the name and the role in the report, and the country for whose state it speaks; of an
-- event, as its state, whether the report tells it as one act of a place and day ("act").
CREATE TABLE joined_items (
    document INTEGER NOT NULL REFERENCES documents (id), layer TEXT NOT NULL, item TEXT NOT NULL,
    thing INTEGER NOT NULL REFERENCES joined_things (id), name TEXT NOT NULL, role TEXT NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (document, layer, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX joined_by_thing ON joined_items (thing, name, state);
-- Under which names (hashes of keys without their day) things are found.  way: 0 is it, 1 offers it, 2 seeks it, 3 seeks it on a
-- late level; from day to last (months of voices); step: when it counts; says: what those who seek it are compared with.
CREATE TABLE joined_keys (
    name INTEGER NOT NULL, way INTEGER NOT NULL, day INTEGER NOT NULL, last INTEGER NOT NULL, step INTEGER NOT NULL,
    says TEXT NOT NULL, thing INTEGER NOT NULL REFERENCES joined_things (id),
    PRIMARY KEY (name, way, day, last, step, says, thing)
) STRICT, WITHOUT ROWID;
CREATE TABLE joined_state (method TEXT NOT NULL, registry TEXT NOT NULL, seq INTEGER NOT NULL) STRICT;

-- Which document supersedes or retracts which, out of the journal: proposed by the program (by its rule, for a reason why) or
-- made by a person.  state is proposed, accept, reject, or disagreed where the last words of two desks differ.
CREATE VIEW document_links AS
    SELECT p.seq, coalesce(p.subject ->> '$.at', p.at) AS at, p.subject ->> '$.document' AS document,
           p.subject ->> '$.older' AS older, p.subject ->> '$.relation' AS relation, p.subject ->> '$.kind' AS kind,
           p.subject ->> '$.rule' AS rule, p.subject ->> '$.why' AS why, p.subject ->> '$.words' AS words,
           CASE (SELECT count(DISTINCT verdict) FROM open_link_decisions WHERE link = p.seq)
               WHEN 0 THEN iif(p.kind = 'link made', 'accept', 'proposed')
               WHEN 1 THEN (SELECT max(verdict) FROM open_link_decisions WHERE link = p.seq) ELSE 'disagreed' END AS state,
           coalesce((SELECT group_concat(who, ', ') FROM (SELECT DISTINCT who FROM open_link_decisions WHERE link = p.seq ORDER BY who)),
                    iif(p.kind = 'link made', coalesce(p.subject ->> '$.by', p.who), NULL)) AS decided_by,
           coalesce((SELECT group_concat(reason, '; ') FROM (SELECT DISTINCT reason FROM open_link_decisions WHERE link = p.seq
                     ORDER BY reason)), p.subject ->> '$.reason') AS reason
    FROM journal AS p WHERE p.kind IN ('link proposed', 'link made');
CREATE INDEX journal_links ON journal (kind) WHERE kind IN ('link proposed', 'link made');
CREATE INDEX journal_link_decisions ON journal (subject ->> '$.link') WHERE kind = 'link decided';
-- What that means for the older document: retracted, superseded, or proposed to be.
CREATE VIEW document_standing AS
    SELECT older AS document, CASE WHEN max(relation = 'retracts' AND state = 'accept') THEN 'retracted'
        WHEN max(relation = 'retracts') THEN 'retraction_proposed' WHEN max(state = 'accept') THEN 'superseded'
        ELSE 'superseding_proposed' END AS standing
    FROM document_links WHERE state <> 'reject' GROUP BY older;
