/** Handlers and a workflow that fail in every way that metrics distinguish. */
@NullMarked
package dev.durahook.standalone.monitoring.handlers;

import org.jspecify.annotations.NullMarked;
