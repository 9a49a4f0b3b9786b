/** Receives deliveries: reads the bytes, has the source verify them, stores the events and answers the sender. */
@NullMarked
package dev.durahook.receiver.ingest;

import org.jspecify.annotations.NullMarked;
