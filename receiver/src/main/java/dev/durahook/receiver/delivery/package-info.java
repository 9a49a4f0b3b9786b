/** One HTTP request of a sender, as it was received and before it is verified. */
@NullMarked
package dev.durahook.receiver.delivery;

import org.jspecify.annotations.NullMarked;
