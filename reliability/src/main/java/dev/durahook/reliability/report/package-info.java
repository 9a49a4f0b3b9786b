/** The totals of a run, as a table and as JSON. */
@NullMarked
package dev.durahook.reliability.report;

import org.jspecify.annotations.NullMarked;
