/**
 * Finds a Temporal in this order: a configured one, one that already runs, a development server that is started here,
 * or a server in memory.
 */
@NullMarked
package dev.durahook.standalone.temporal;

import org.jspecify.annotations.NullMarked;
