/** Names the event in each log line, and logs failed attempts. */
@NullMarked
package dev.durahook.worker.logging;

import org.jspecify.annotations.NullMarked;
