#!/bin/sh
# Takes the pictures in docs/images again, from the pages that WebUiIT looks at. Like the tests, this needs a JDK and Maven,
# and temporal, chromium and chromedriver on PATH.
set -eu
cd "$(dirname "$0")/.."
DURAHOOK_REQUIRE_TEMPORAL=true DURAHOOK_REQUIRE_CHROMIUM=true exec mvn -B -pl standalone -am verify \
  -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test=WebUiIT -Dfailsafe.failIfNoSpecifiedTests=false -Ddurahook.write-docs=true "$@"
