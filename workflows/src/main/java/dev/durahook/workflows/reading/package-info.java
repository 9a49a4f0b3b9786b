/** Reads bodies as the types that authors declare, and parks an event whose body is of another type. */
@NullMarked
package dev.durahook.workflows.reading;

import org.jspecify.annotations.NullMarked;
