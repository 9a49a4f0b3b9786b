/** The way in: reads the bytes, asks the source whether to believe them, stores the event, answers. */
@NullMarked
package dev.durahook.receiver.ingest;

import org.jspecify.annotations.NullMarked;
