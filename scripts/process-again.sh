#!/bin/sh
# Processes completed events again, from their beginning: resets their workflows, a few a second. Without --yes it only
# counts them.
#
#   scripts/process-again.sh QUERY [--yes]
#   scripts/process-again.sh 'WorkflowType = "github.push" AND StartTime > "2026-11-23T00:00:00Z"'
#
# Events that still run or wait are left alone, and so are events that were reset before: if the script is started a
# second time, it continues where it stopped. An event that took several runs is processed from its first run.
#
#   RATE           events a second (default 5)
#   AGAIN          true: also those that were reset before
#   REASON         the reason that is written into the histories (default "process again")
#   TEMPORAL_CLI   the Temporal CLI (default temporal); it reads its TEMPORAL_* variables
set -u
usage() { sed -n '2,15s/^# \{0,1\}//p' "$0"; exit 2; }
[ $# -eq 1 ] || [ "$#:${2:-}" = 2:--yes ] || usage
query="($1) AND ExecutionStatus = \"Completed\"" act=${2:-}
again=${AGAIN:-false} rate=${RATE:-5} reason=${REASON:-process again} cli=${TEMPORAL_CLI:-temporal}
case $rate in '' | 0* | *[!0-9]*) echo "process-again: RATE must be a whole number from 1" >&2; exit 2 ;; esac
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
trap 'echo "process-again: stopped at event $chosen; start it again to continue there" >&2; exit 1' INT TERM
chosen=0

fail() { printf 'process-again: FAILED: %s\n' "$1" >&2; exit 1; }

# The values of a field in JSON, one on each line. IDs are printable ASCII, so only quotes and backslashes are escaped.
values() { sed -n "s/^ *\"$1\": *\"\(.*\)\",\{0,1\}\$/\1/p" | sed 's/\\\(["\\]\)/\1/g'; }
field() { values "$1" | head -n 1; }

list() {
  "$cli" workflow list --query "$query" --output json >"$folder/list" ||
    fail "Temporal can't be asked, or the query is not valid"
  values workflowId <"$folder/list" | sort -u >"$folder/ids"
}

# Sets $first to the event's first run, and $left to the reason if the event is left alone.
look() {
  first='' left=''
  "$cli" workflow describe --workflow-id "$1" --output json >"$folder/now" || fail "$1 can't be read"
  first=$(field firstRunId <"$folder/now")
  grep -q '"status": *"WORKFLOW_EXECUTION_STATUS_COMPLETED"' "$folder/now" || { left='still runs or waits'; return; }
  "$cli" workflow describe --workflow-id "$1" --run-id "$first" --output json >"$folder/first" 2>/dev/null ||
    { left='its first run is past the retention'; return; }
  [ "$again" = true ] || [ -z "$(field resetRunId <"$folder/first")" ] || left='was reset before'
}

list
events=$(($(wc -l <"$folder/ids")))
while read -r id; do
  look "$id"
  if [ -n "$left" ]; then
    echo "process-again: $id left alone: $left"
    continue
  fi
  chosen=$((chosen + 1))
  [ "$act" = --yes ] || continue
  "$cli" workflow reset --workflow-id "$id" --run-id "$first" --type FirstWorkflowTask --reapply-exclude Signal \
    --reason "$reason" >/dev/null || fail "$id could not be reset; $((chosen - 1)) were"
  [ $((chosen % rate)) -ne 0 ] || sleep 1
done <"$folder/ids"
if [ "$act" = --yes ]; then
  echo "process-again: $chosen of $events events are processed again"
else
  echo "process-again: $chosen of $events events would be processed again, $rate a second; --yes does it"
fi
