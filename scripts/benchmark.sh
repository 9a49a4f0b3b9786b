#!/bin/sh
# Builds Durahook, and compares it on a real server with workflows of Temporal's SDK alone. docs/benchmarks.md explains the
# result.
#
#   scripts/benchmark.sh                 compares throughput, latency and cost; 40 minutes on two cores
#   scripts/benchmark.sh burst           sends twenty times the usual rate for a minute
#   scripts/benchmark.sh --help          lists the options; "burst --help" lists the options of a burst
#
#   TEMPORAL_ADDRESS   the address of a running server (default: starts the development server of the CLI on PATH)
#   SKIP_BUILD         if set, nothing is built, and the existing jars are measured
#   MAVEN_ARGS_BUILD   further arguments of Maven, such as -o
#
# Needs JDK 17 or newer and Maven; and the Temporal CLI, unless TEMPORAL_ADDRESS is set.
set -eu
cd "$(dirname "$0")/.."
if [ -z "${SKIP_BUILD:-}" ]; then
  # shellcheck disable=SC2086
  mvn -q ${MAVEN_ARGS_BUILD:-} package -DskipTests -pl receiver,worker,combined,benchmarks -am
fi
# Jars of other versions may be left from earlier builds.
# shellcheck disable=SC2012
jar=$(ls -t benchmarks/target/durahook-benchmarks-*-app.jar 2>/dev/null | head -n 1)
if [ -z "$jar" ]; then
  echo "There is no jar to measure. Run without SKIP_BUILD." >&2
  exit 1
fi
exec java -Xmx1g --enable-native-access=ALL-UNNAMED -jar "$jar" "$@"
