/** Reads and writes payloads of a workflow outside the calls of Temporal's SDK. */
@NullMarked
package dev.durahook.workflows.payload;

import org.jspecify.annotations.NullMarked;
