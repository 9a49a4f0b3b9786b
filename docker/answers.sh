#!/bin/bash
# Succeeds if http://127.0.0.1:PORT/PATH answers 200. The image has bash, but no HTTP client.
#   answers PORT PATH
set -eu
exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
read -r -t 3 _ status _ <&3
[ "$status" = 200 ]
