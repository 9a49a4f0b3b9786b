/** What the log says of events. */
@NullMarked
package dev.durahook.workflows.logging;

import org.jspecify.annotations.NullMarked;
