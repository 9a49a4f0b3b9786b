#!/usr/bin/env bash
# Builds the commit that is checked out in another folder, and compares all jars byte for byte with those that `mvn package` or
# `mvn verify` made here. Ends with 1 if two differ.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

sums() {
  (cd "$1" && find . -path '*/target/durahook-*.jar' | sort | xargs -r sha256sum)
}

git clone --quiet . "$work/clone"
mvn --batch-mode --no-transfer-progress --quiet -f "$work/clone/pom.xml" package -Dmaven.test.skip=true -Denforcer.skip \
  -Dcompiler.checks=-parameters
sums . >"$work/here"
sums "$work/clone" >"$work/there"
if ! diff "$work/here" "$work/there"; then
  echo "The jars of this folder differ from those of a clone. Uncommitted changes, or an older build?" >&2
  exit 1
fi
echo "$(wc -l <"$work/here") jars are the same in both builds"
