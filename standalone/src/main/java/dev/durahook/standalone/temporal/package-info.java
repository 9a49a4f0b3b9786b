/** A Temporal that standalone can use: the configured one, one that already answers, or one in memory. */
@NullMarked
package dev.durahook.standalone.temporal;

import org.jspecify.annotations.NullMarked;
