/** What the worker logs of each event. */
@NullMarked
package dev.durahook.worker.logging;

import org.jspecify.annotations.NullMarked;
