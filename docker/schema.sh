#!/bin/sh
# Makes Temporal's two databases, or brings them to the schema of this version. Run again, it changes nothing.
set -eu
: "${SQL_HOST:?}" "${SQL_USER:?}" "${SQL_PASSWORD_FILE:?}"
export SQL_PLUGIN=postgres12 SQL_PORT="${SQL_PORT:-5432}"
SQL_PASSWORD=$(cat "$SQL_PASSWORD_FILE")
export SQL_PASSWORD
tool=${SQL_TOOL:-temporal-sql-tool}

update() {
  "$tool" --db "$1" create
  # Makes the table that holds the version; where there is one, the version in it stays.
  "$tool" --db "$1" setup-schema --version 0.0
  "$tool" --db "$1" update-schema --schema-name "$2"
}

update temporal postgresql/v12/temporal
update temporal_visibility postgresql/v12/visibility
echo "schema: the databases are those of this version"
