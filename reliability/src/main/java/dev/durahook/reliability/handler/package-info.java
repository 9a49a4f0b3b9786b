/** The handler that the worker runs. It makes its effect once, with a ledger. */
@NullMarked
package dev.durahook.reliability.handler;

import org.jspecify.annotations.NullMarked;
