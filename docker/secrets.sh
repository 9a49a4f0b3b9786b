#!/bin/sh
# Makes up the secrets that are missing, once, so that no password stands in a file of the project:
#
#   secrets.sh                    the database's password, and the secret of the source "github"
#   secrets.sh receiver/stripe    keeps what comes on standard input, for the receiver
#   secrets.sh worker/crm         the same, for the worker
#
# Each folder below /secrets is a volume, and only the containers that need it have it. That is the guard, and why the
# files may be read by whatever user such a container runs as.
set -eu
umask 022
folder=${SECRETS:-/secrets}

keep() {
  mkdir -p "$(dirname "$folder/$1")"
  cat >"$folder/$1.new"
  [ -s "$folder/$1.new" ] || { rm -f "$folder/$1.new"; echo "secrets: nothing came on standard input for $1" >&2; exit 2; }
  # At once: a reader sees the old secret or the new one, never a part.
  mv "$folder/$1.new" "$folder/$1"
  echo "secrets: $1 is kept"
}

random() { od -An -v -tx1 -N32 /dev/urandom | tr -d ' \n'; }

if [ $# -gt 0 ]; then
  case $1 in
    */../* | ../* | */.. | /* | *[!A-Za-z0-9._/-]*) echo "secrets: $1 names no secret; write receiver/NAME or worker/NAME" >&2; exit 2 ;;
    database/?* | receiver/?* | worker/?*) keep "$1" ;;
    *) echo "secrets: $1 names no secret; write receiver/NAME or worker/NAME" >&2; exit 2 ;;
  esac
else
  for name in database/password receiver/github; do
    [ -s "$folder/$name" ] || random | keep "$name"
  done
fi
