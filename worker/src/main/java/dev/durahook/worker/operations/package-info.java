/** The activities of the workflows with which an operator decides on many events at once, and their worker. */
@NullMarked
package dev.durahook.worker.operations;

import org.jspecify.annotations.NullMarked;
