/**
 * Sends events to destinations that the configuration declares, for which an application needs no code. This package has
 * the types that workflows use; the worker sends.
 */
@NullMarked
package dev.durahook.workflows.destination;

import org.jspecify.annotations.NullMarked;
