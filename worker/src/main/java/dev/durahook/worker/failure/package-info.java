/** Decides what Temporal and the log learn about a failed activity, and hides secrets in it. */
@NullMarked
package dev.durahook.worker.failure;

import org.jspecify.annotations.NullMarked;
