/**
 * What search reads. The side tables name the project; the two virtual tables, which hold no text, are kept apart by
 * numbers that belong to one project: each term of the full text begins with its project's part and pool
 * (`search-term.ts`), and each vector lies in the partition of its project, pool and model.
 */
export const searchTables = `
CREATE TABLE search_doc (
  project_id TEXT NOT NULL,
  lesson_id TEXT NOT NULL,
  doc_id INTEGER NOT NULL,
  pool TEXT, -- null: in no pool, kept for when it comes back
  text TEXT NOT NULL,
  example TEXT NOT NULL,
  "trigger" TEXT NOT NULL, -- one list of terms each
  length INTEGER NOT NULL,
  paths TEXT, -- null: neither scope paths nor citations
  PRIMARY KEY (project_id, lesson_id),
  FOREIGN KEY (project_id, lesson_id) REFERENCES lesson
) STRICT;
-- Holds all that a match needs, so that the words of the document are not read.
CREATE INDEX search_doc_by_id ON search_doc (project_id, doc_id, pool, length, lesson_id);
CREATE INDEX search_doc_by_pool ON search_doc (project_id, pool, length);
CREATE INDEX search_doc_with_paths ON search_doc (project_id, pool, lesson_id) WHERE paths IS NOT NULL;

CREATE TABLE lesson_vector (
  project_id TEXT NOT NULL,
  vector_id INTEGER NOT NULL,
  lesson_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  slot INTEGER NOT NULL, -- of a trigger: its seq
  model TEXT NOT NULL,
  embedding BLOB NOT NULL,
  PRIMARY KEY (project_id, vector_id),
  UNIQUE (project_id, lesson_id, kind, slot),
  FOREIGN KEY (project_id, lesson_id) REFERENCES lesson
) STRICT;

CREATE TABLE vector_part (
  project_id TEXT NOT NULL REFERENCES project,
  pool TEXT NOT NULL,
  model TEXT NOT NULL,
  part INTEGER NOT NULL,
  PRIMARY KEY (project_id, pool, model)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search_text USING fts5(terms, content='', contentless_delete=1, tokenize='ascii');
CREATE VIRTUAL TABLE search_term_count USING fts5vocab(search_text, row);
CREATE VIRTUAL TABLE search_posting USING fts5vocab(search_text, instance);

CREATE VIRTUAL TABLE search_vector USING vec0(
  vector_id INTEGER PRIMARY KEY,
  part INTEGER PARTITION KEY,
  embedding FLOAT[384] distance_metric=cosine,
  chunk_size=64
);
`;
