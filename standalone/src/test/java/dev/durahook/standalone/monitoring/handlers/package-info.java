/** Handlers and a workflow that fail in every way that metrics have to tell apart. */
@NullMarked
package dev.durahook.standalone.monitoring.handlers;

import org.jspecify.annotations.NullMarked;
