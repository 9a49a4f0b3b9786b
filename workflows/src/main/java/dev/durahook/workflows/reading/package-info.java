/** How bodies become the types of authors, and what becomes of an event whose body is of another type. */
@NullMarked
package dev.durahook.workflows.reading;

import org.jspecify.annotations.NullMarked;
