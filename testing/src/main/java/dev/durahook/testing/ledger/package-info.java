/** A ledger for tests of handlers and activities whose effects are in a database. */
@NullMarked
package dev.durahook.testing.ledger;

import org.jspecify.annotations.NullMarked;
