#!/bin/sh
# Sends one signed event twice through a running installation, waits until Temporal shows the event as completed, and
# deletes it. If that fails, the script names the likely cause.
#
#   scripts/smoke.sh URL SECRET_FILE
#   scripts/smoke.sh http://127.0.0.1:8000/webhooks/github secret
#
# "-" reads the secret from standard input. The event's type is <source>.durahook_smoke: it goes to the route or handler
# for this type or for all types of the source. If there is none, the event completes as unhandled.
#
#   SCHEME         how the source verifies: github (default) or standard-webhooks
#   TEMPORAL_CLI   the Temporal CLI (default temporal), which reads the event's state and deletes the event; it reads its
#                  TEMPORAL_* variables
#   WEB_UI         the Web UI's address, to read the state without a CLI (default http://127.0.0.1:8233)
#   WAIT           seconds that the event may take (default 30)
#
# Needs curl and openssl.
set -u
[ $# -eq 2 ] || { sed -n '2,18s/^# \{0,1\}//p' "$0"; exit 2; }
url=$1 secret_file=$2
scheme=${SCHEME:-github} cli=${TEMPORAL_CLI:-temporal} web_ui=${WEB_UI:-http://127.0.0.1:8233} wait=${WAIT:-30}
namespace=${TEMPORAL_NAMESPACE:-default}
source=${url##*/}
case $wait in ''|*[!0-9]*) echo "smoke: WAIT must be a number of seconds, but is $wait" >&2; exit 2 ;; esac
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' INT TERM

fail() {
  printf 'smoke: FAILED: %s\n' "$1" >&2
  shift
  for line; do printf 'smoke:   %s\n' "$line" >&2; done
  exit 1
}

# --- The signature. It is computed here because OpenSSL takes a key only as an argument, which every process of the
# machine can read.

hex() { od -An -v -tx1 | tr -d ' \n'; }

secret_bytes() {
  case $scheme in
    github) printf %s "$secret" ;;
    standard-webhooks) text=${secret#v1,} && printf %s "${text#whsec_}" | openssl base64 -d -A ;;
  esac
}

# Removes a byte order mark, and white space around the secret, as the receiver does.
as_the_receiver_reads() {
  text=${1#"$(printf '\357\273\277')"}
  text=${text#"${text%%[![:space:]]*}"}
  text=${text%"${text##*[![:space:]]}"}
  printf %s "$text"
}

read_secret() {
  if [ "$secret_file" = - ]; then secret=$(cat); else secret=$(cat "$secret_file"); fi ||
    fail "the secret can't be read" "give a file with the secret of the source $source, or - for standard input"
  secret=$(as_the_receiver_reads "$secret")
  [ -n "$secret" ] || fail "the secret is empty" "give a file with the secret of the source $source"
  key=$(secret_bytes | hex)
  [ ${#key} -le 128 ] || key=$(secret_bytes | openssl dgst -sha256 -binary | hex)
  while [ ${#key} -lt 128 ]; do key=${key}00; done
}

# The key's 64 bytes, each xor $1.
pad() {
  rest=$key
  while [ -n "$rest" ]; do
    tail=${rest#??}
    # shellcheck disable=SC2059
    printf "\\$(printf %03o $((0x${rest%"$tail"} ^ $1)))"
    rest=$tail
  done
}

hmac() { { pad 54 && cat; } | openssl dgst -sha256 -binary | { pad 92 && cat; } | openssl dgst -sha256 -binary; }

# --- The delivery.

make_delivery() {
  id=smoke-$(date +%s)-$(openssl rand -hex 6)
  printf '{"type":"durahook_smoke","id":"%s"}' "$id" >"$folder/body"
  case $scheme in
    github)
      set -- "X-GitHub-Event: durahook_smoke" "X-GitHub-Delivery: $id" "X-Hub-Signature-256: sha256=$(hmac <"$folder/body" | hex)" ;;
    standard-webhooks)
      now=$(date +%s)
      set -- "webhook-id: $id" "webhook-timestamp: $now" \
        "webhook-signature: v1,$({ printf '%s.%s.' "$id" "$now" && cat "$folder/body"; } | hmac | openssl base64 -A)" ;;
  esac
  printf '%s\n' "Content-Type: application/json" "$@" >"$folder/headers"
}

# The receiver answers within durahook.acceptance.timeout, which is 30 s at most.
post() {
  status=$(curl --silent --show-error --max-time 35 --output "$folder/answer" --write-out '%{http_code}' \
    --header "@$folder/headers" --data-binary "@$folder/body" "$url" 2>"$folder/curl")
  code=$?
  [ $code -eq 0 ] || fail "no answer from $url: $(cat "$folder/curl")" "$(why_no_answer $code)"
  [ "$status" = "$1" ] || fail "the $2 delivery was answered $status instead of $1: $(head -c 300 "$folder/answer")" "$(why_status)"
  echo "smoke: $2 delivery: $status"
}

why_no_answer() {
  case $1 in
    3 | 5 | 6) echo "the host's name is wrong or unknown here" ;;
    7) echo "the receiver is not running, or it listens on another port or address; look at its log" ;;
    28) echo "the network drops packets, or the receiver is stuck: a healthy receiver answers within 30 seconds, if only 503" ;;
    35 | 51 | 58 | 60 | 77 | 83) echo "TLS in front of the receiver does not work: check the certificate, the name and the protocol" ;;
    *) echo "curl ended with $1; is there a proxy in between?" ;;
  esac
}

why_status() {
  case $status in
    202) echo "the event was stored a second time: does another receiver use other credentials, another namespace or no retention?" ;;
    200) echo "an event with this id was known before it was sent; is there a proxy that repeats requests?" ;;
    400) echo "the source $source verified the delivery, but has another scheme than $scheme: set SCHEME" ;;
    401) echo "the secret is not the one of the source $source, or holds an invisible character, or the source's scheme is not $scheme (SCHEME), or a clock is wrong" ;;
    404) echo "no source named $source: durahook.sources.$source in the receiver's configuration, or the path was changed by a proxy" ;;
    403) echo "a proxy or firewall refuses; the receiver never answers 403" ;;
    405 | 413 | 415 | 431) echo "a limit of the source $source (max-body-size, media-types) or of a proxy in front of the receiver" ;;
    502 | 504) echo "the proxy in front of the receiver does not reach it" ;;
    503) echo "the receiver can't store events: Temporal is down, not reachable or slow, or the namespace is missing; the log says which" ;;
    3??) echo "the address redirects, which senders don't follow: give the address it leads to" ;;
    *) echo "look at the receiver's log" ;;
  esac
}

# --- The event's state, read with the CLI or from the Web UI. Both answers have the same fields.

describe() {
  { command -v "${cli%% *}" >/dev/null && $cli workflow describe --workflow-id "$event" --output json >"$folder/state" 2>"$folder/cli"; } ||
    curl --silent --fail --max-time 5 --output "$folder/state" "$web_ui/api/v1/namespaces/$namespace/workflows/$event" 2>/dev/null
}

state_has() { grep -q "$1" "$folder/state"; }

await_completion() {
  end=$(($(date +%s) + wait)) asked=no
  while :; do
    if describe; then
      asked=yes
      state_has 'WORKFLOW_EXECUTION_STATUS_COMPLETED\|"status": *"Completed"' && return
    fi
    [ "$(date +%s)" -lt "$end" ] || break
    sleep 1
  done
  [ $asked = yes ] || fail "the event is stored, but Temporal can't be asked about it" \
    "no $cli on PATH that reaches Temporal (set TEMPORAL_ADDRESS, TEMPORAL_CLI) and no Web UI at $web_ui (set WEB_UI)"
  fail "the event $event has not completed after $wait s" "$(why_unfinished)" "the workflow is left for you to look at"
}

why_unfinished() {
  # The value "parked" of the search attribute, as the CLI's payload and as the Web UI writes it.
  if state_has '"InBhcmtlZCI="\|"parked"'; then echo "the event is parked: durahook.unhandled is park, or a step failed; the Web UI says which"
  elif state_has '"pendingActivities"'; then echo "a handler or a destination is still at work, or fails and is tried again; the Web UI shows the attempts"
  elif state_has 'PENDING_WORKFLOW_TASK_STATE_SCHEDULED'; then echo "no worker takes it: does a worker run for this namespace and the source's task queue?"
  elif state_has 'PENDING_WORKFLOW_TASK_STATE_STARTED'; then echo "a worker has the event but makes no progress; look at its log"
  else echo "look at the workflow in the Web UI"; fi
}

clean_up() {
  $cli workflow delete --workflow-id "$event" --yes >/dev/null 2>&1 && echo "smoke: to be deleted by Temporal within minutes" ||
    echo "smoke: not deleted, because no CLI could do so; Temporal deletes it after the namespace's retention"
}

case $scheme in github | standard-webhooks) ;; *) fail "SCHEME is $scheme" "it must be github or standard-webhooks" ;; esac
for needed in curl openssl; do command -v $needed >/dev/null || fail "$needed is missing" "install $needed"; done
read_secret
make_delivery
post 202 first
event=$(sed -n 's/.*"eventId" *: *"\([^"]*\)".*/\1/p' "$folder/answer")
[ -n "$event" ] || fail "the answer names no event: $(head -c 300 "$folder/answer")" "is it Durahook that answers at $url?"
post 200 second
await_completion
echo "smoke: $event completed"
clean_up
echo "smoke: OK"
