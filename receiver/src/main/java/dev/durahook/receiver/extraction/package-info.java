/** What becomes of a verified delivery: its events, their bytes, and the headers that are stored with them. */
@NullMarked
package dev.durahook.receiver.extraction;

import org.jspecify.annotations.NullMarked;
