/** Signs what is sent to a destination, by the Standard Webhooks specification. */
@NullMarked
package dev.durahook.worker.destination.signing;

import org.jspecify.annotations.NullMarked;
