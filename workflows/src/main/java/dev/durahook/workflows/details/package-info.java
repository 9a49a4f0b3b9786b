/** Writes what the Web UI shows of a running workflow. */
@NullMarked
package dev.durahook.workflows.details;

import org.jspecify.annotations.NullMarked;
