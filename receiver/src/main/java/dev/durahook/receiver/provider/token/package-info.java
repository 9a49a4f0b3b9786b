/** Verifies deliveries that carry a signed token. */
@NullMarked
package dev.durahook.receiver.provider.token;

import org.jspecify.annotations.NullMarked;
