/** HTTP to verified event to workflow started. Knows sources and their schemes, and no event type. */
@NullMarked
package dev.durahook.receiver;

import org.jspecify.annotations.NullMarked;
