#!/bin/sh
# Creates Temporal's two databases, or updates them to the schema of this version. A second run changes nothing.
set -eu
: "${SQL_HOST:?}" "${SQL_USER:?}" "${SQL_PASSWORD_FILE:?}"
export SQL_PLUGIN=postgres12 SQL_PORT="${SQL_PORT:-5432}"
SQL_PASSWORD=$(cat "$SQL_PASSWORD_FILE")
export SQL_PASSWORD
tool=${SQL_TOOL:-temporal-sql-tool}

update() {
  "$tool" --db "$1" create
  # Creates the table that holds the version. If the table exists, its version stays.
  "$tool" --db "$1" setup-schema --version 0.0
  "$tool" --db "$1" update-schema --schema-name "$2"
}

update temporal postgresql/v12/temporal
update temporal_visibility postgresql/v12/visibility
echo "schema: the databases have the schema of this version"
