/**
 * Decisions of an operator on many events at once, started with the Web UI's form as workflows of their own. These
 * workflows are not events.
 */
@NullMarked
package dev.durahook.workflows.operations;

import org.jspecify.annotations.NullMarked;
