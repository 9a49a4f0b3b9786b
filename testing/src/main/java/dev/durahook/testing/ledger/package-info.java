/** Provides a ledger for tests of handlers and activities that make effects in a database. */
@NullMarked
package dev.durahook.testing.ledger;

import org.jspecify.annotations.NullMarked;
