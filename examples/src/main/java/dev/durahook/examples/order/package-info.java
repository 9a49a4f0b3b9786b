/** A workflow that waits for an event, and gets it from a destination of the kind workflow. */
@NullMarked
package dev.durahook.examples.order;

import org.jspecify.annotations.NullMarked;
