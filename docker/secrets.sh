#!/bin/sh
# Generates the secrets that are missing, so that no file of the project holds a password:
#
#   secrets.sh                    the database's password, and the secret of the source "github"
#   secrets.sh receiver/stripe    stores a secret from standard input, for the receiver
#   secrets.sh worker/crm         the same, for the worker
#
# Each folder below /secrets is a volume that only the containers which need it have. That protects the secrets, so the
# files may be readable for every user: each container runs as a user of its own.
set -eu
umask 022
folder=${SECRETS:-/secrets}

keep() {
  mkdir -p "$(dirname "$folder/$1")"
  cat >"$folder/$1.new"
  [ -s "$folder/$1.new" ] || { rm -f "$folder/$1.new"; echo "secrets: nothing came on standard input for $1" >&2; exit 2; }
  # Replaces the file in one step: a reader sees the old secret or the new one, never a part.
  mv "$folder/$1.new" "$folder/$1"
  echo "secrets: $1 is stored"
}

random() { od -An -v -tx1 -N32 /dev/urandom | tr -d ' \n'; }

if [ $# -gt 0 ]; then
  case $1 in
    */../* | ../* | */.. | /* | *[!A-Za-z0-9._/-]*) echo "secrets: $1 is not the name of a secret; write receiver/NAME or worker/NAME" >&2; exit 2 ;;
    database/?* | receiver/?* | worker/?*) keep "$1" ;;
    *) echo "secrets: $1 is not the name of a secret; write receiver/NAME or worker/NAME" >&2; exit 2 ;;
  esac
else
  for name in database/password receiver/github; do
    [ -s "$folder/$name" ] || random | keep "$name"
  done
fi
