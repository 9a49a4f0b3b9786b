/** What operators do with many events at once, as the workflows on the task queue {@code durahook-operations}. */
@NullMarked
package dev.durahook.worker.operations;

import org.jspecify.annotations.NullMarked;
