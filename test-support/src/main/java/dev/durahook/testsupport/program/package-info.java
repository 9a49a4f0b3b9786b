/** Other programs that tests run if this machine has them: PostgreSQL, Prometheus, Chromium, libfaketime. */
@NullMarked
package dev.durahook.testsupport.program;

import org.jspecify.annotations.NullMarked;
