/** Refuses requests before their source is known, and on a dedicated server every body outside deliveries. */
@NullMarked
package dev.durahook.receiver.http.refusal;

import org.jspecify.annotations.NullMarked;
