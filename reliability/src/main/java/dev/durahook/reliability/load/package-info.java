/** Senders, which deliver signed events as real senders do. */
@NullMarked
package dev.durahook.reliability.load;

import org.jspecify.annotations.NullMarked;
