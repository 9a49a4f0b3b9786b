#!/bin/sh
# Creates the namespace, with a retention that is longer than senders deliver an event again, and with the search attribute
# by which parked events are found. A second run changes nothing, and a longer retention stays.
set -eu
export TEMPORAL_ADDRESS="${TEMPORAL_ADDRESS:-127.0.0.1:7233}" TEMPORAL_NAMESPACE="${TEMPORAL_NAMESPACE:-default}"
days=${RETENTION_DAYS:-30}

# Repeats a command for a minute: the server's port is open before its services have found each other.
patiently() {
  tries=60
  until "$@" >/dev/null 2>&1; do
    tries=$((tries - 1))
    if [ "$tries" -eq 0 ]; then
      echo "namespace: this failed for a minute: $*" >&2
      "$@" && return
      exit 1
    fi
    sleep 1
  done
}

describe() { temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" --output json; }

# A creation may have been carried out although its answer was lost, so each attempt looks first.
create_namespace() {
  describe || temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention "${days}d"
}

# Sets "current" to the retention in seconds. The server's JSON has: "workflowExecutionRetentionTtl": "2592000s".
read_retention() {
  current=$(describe | sed -n 's/.*"workflowExecutionRetentionTtl": *"\([0-9]*\)s".*/\1/p')
  [ -n "$current" ]
}

patiently temporal operator cluster health
patiently create_namespace
patiently read_retention
if [ "$current" -lt $((days * 86400)) ]; then
  patiently temporal operator namespace update --namespace "$TEMPORAL_NAMESPACE" --retention "${days}d"
  current=$((days * 86400))
fi

attributes() { temporal operator search-attribute list --namespace "$TEMPORAL_NAMESPACE"; }

create_attribute() {
  attributes | grep -q DurahookStatus ||
    temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" --name DurahookStatus --type Keyword
}

# It takes some seconds until every service of the server knows a new namespace.
patiently attributes
patiently create_attribute
echo "namespace: $TEMPORAL_NAMESPACE keeps events for $((current / 86400)) days and knows DurahookStatus"
