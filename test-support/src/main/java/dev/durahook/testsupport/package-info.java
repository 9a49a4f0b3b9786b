/**
 * Shared by the tests of all modules: a real Temporal server, a proxy with faults, child processes that can be killed,
 * PostgreSQL, and the corpus of real deliveries.
 */
@NullMarked
package dev.durahook.testsupport;

import org.jspecify.annotations.NullMarked;
