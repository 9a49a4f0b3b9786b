#!/bin/sh
# Starts the Temporal server with the database's password from a file. The image takes it from the environment only, where
# "docker inspect" would show it if Compose set it.
set -eu
POSTGRES_PWD=$(cat "${POSTGRES_PWD_FILE:?}")
export POSTGRES_PWD
exec "${TEMPORAL_ENTRYPOINT:-/etc/temporal/entrypoint.sh}"
