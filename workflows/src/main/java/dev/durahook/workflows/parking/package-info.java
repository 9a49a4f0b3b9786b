/** What becomes of an event whose processing can't go on by itself: it waits, in sight, for a person's decision. */
@NullMarked
package dev.durahook.workflows.parking;

import org.jspecify.annotations.NullMarked;
