/**
 * Effects in a database that must not be repeated: each leaves its key in the transaction that makes it, so that an
 * attempt after a crash finds out that it has nothing left to do.
 */
@NullMarked
package dev.durahook.workflows.ledger;

import org.jspecify.annotations.NullMarked;
