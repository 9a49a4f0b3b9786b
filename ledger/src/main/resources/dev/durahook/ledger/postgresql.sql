-- The ledger of effects: copy this into your migrations, or call JdbcLedger.createTable(). PostgreSQL 12 or newer.
-- Keys are compared as bytes, as Temporal compares workflow IDs.
CREATE TABLE IF NOT EXISTS durahook_ledger (
  key         text COLLATE "C" PRIMARY KEY,
  recorded_at timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  result      text NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS durahook_ledger_expires_at ON durahook_ledger (expires_at);
