/**
 * Makes effects in a database that must not be repeated. The key of each effect is stored in the same transaction, so
 * that an attempt after a crash finds that nothing is left to be done.
 */
@NullMarked
package dev.durahook.ledger;

import org.jspecify.annotations.NullMarked;
