/**
 * Defines handlers: a handler is a class that takes events of some types and runs as an activity. This package contains
 * no workflow code.
 */
@NullMarked
package dev.durahook.workflows.handling;

import org.jspecify.annotations.NullMarked;
