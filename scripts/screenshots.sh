#!/bin/sh
# Takes the pictures in docs/images anew, of the pages that WebUiIT looks at. Needs what the tests need: JDK, Maven, and on
# PATH temporal, chromium and chromedriver.
set -eu
cd "$(dirname "$0")/.."
DURAHOOK_REQUIRE_TEMPORAL=true DURAHOOK_REQUIRE_CHROMIUM=true exec mvn -B -pl standalone -am verify \
  -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test=WebUiIT -Dfailsafe.failIfNoSpecifiedTests=false -Ddurahook.write-docs=true "$@"
