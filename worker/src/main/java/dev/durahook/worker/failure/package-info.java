/** What Temporal and the log are told of an activity that has failed. */
@NullMarked
package dev.durahook.worker.failure;

import org.jspecify.annotations.NullMarked;
