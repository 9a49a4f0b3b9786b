/** Compares what senders were told, what Temporal holds and what destinations saw. */
@NullMarked
package dev.durahook.reliability.check;

import org.jspecify.annotations.NullMarked;
