-- What every table, view and column means: the same as in docs/kamus-data.md. Grain: object × column; the object itself has
-- a row with an empty column_name.
CREATE TABLE dictionary (
  object_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  position    INTEGER NOT NULL,                               -- of the column; 0: the object itself
  type        TEXT NOT NULL,
  description TEXT NOT NULL,
  PRIMARY KEY (object_name, column_name)
) STRICT, WITHOUT ROWID;
