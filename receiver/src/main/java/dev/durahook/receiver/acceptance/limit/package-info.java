/** Limits how many events are started at a time. */
@NullMarked
package dev.durahook.receiver.acceptance.limit;

import org.jspecify.annotations.NullMarked;
