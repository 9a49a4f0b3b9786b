#!/bin/sh
# Makes the namespace, with a retention that outlasts the senders' redeliveries and the search attribute by which parked
# events are found. Run again, it changes nothing; a retention that somebody made longer stays.
set -eu
export TEMPORAL_ADDRESS="${TEMPORAL_ADDRESS:-127.0.0.1:7233}" TEMPORAL_NAMESPACE="${TEMPORAL_NAMESPACE:-default}"
days=${RETENTION_DAYS:-30}

# The server's port is open before its parts have found each other.
patiently() {
  tries=60
  until "$@" >/dev/null 2>&1; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || { echo "namespace: this failed for a minute: $*" >&2; "$@"; exit 1; }
    sleep 1
  done
}

describe() { temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" --output json 2>/dev/null; }

# Seconds, as the server's JSON has them: "workflowExecutionRetentionTtl": "2592000s".
retention() { describe | sed -n 's/.*"workflowExecutionRetentionTtl": *"\([0-9]*\)s".*/\1/p'; }

patiently temporal operator cluster health
describe >/dev/null ||
  patiently temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention "${days}d"
current=$(retention)
if [ "${current:-0}" -lt $((days * 86400)) ]; then
  temporal operator namespace update --namespace "$TEMPORAL_NAMESPACE" --retention "${days}d"
fi

attributes() { temporal operator search-attribute list --namespace "$TEMPORAL_NAMESPACE" 2>/dev/null; }

# A new namespace is known to every part of the server after some seconds.
patiently attributes
attributes | grep -q DurahookStatus ||
  patiently temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" --name DurahookStatus --type Keyword
echo "namespace: $TEMPORAL_NAMESPACE keeps events for $(($(retention) / 86400)) days and knows DurahookStatus"
