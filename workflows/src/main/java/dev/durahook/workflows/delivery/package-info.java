/**
 * The effect that needs no code: an event is posted to a URL. Here is what a workflow sees of it; the worker does it.
 */
@NullMarked
package dev.durahook.workflows.delivery;

import org.jspecify.annotations.NullMarked;
