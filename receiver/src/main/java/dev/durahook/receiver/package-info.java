/**
 * Turns HTTP requests into verified events and starts a workflow for each. Knows sources and schemes, but no event
 * types.
 */
@NullMarked
package dev.durahook.receiver;

import org.jspecify.annotations.NullMarked;
