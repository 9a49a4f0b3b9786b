/** Names events in the log. */
@NullMarked
package dev.durahook.workflows.logging;

import org.jspecify.annotations.NullMarked;
