#!/bin/sh
# Starts the Temporal server with the database's password from a file. The image reads the password only from the
# environment; if Compose set it there, "docker inspect" would show it.
set -eu
POSTGRES_PWD=$(cat "${POSTGRES_PWD_FILE:?}")
export POSTGRES_PWD
exec "${TEMPORAL_ENTRYPOINT:-/etc/temporal/entrypoint.sh}"
