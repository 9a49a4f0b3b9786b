/**
 * Delivers events to URLs, for which an application needs no code. This package has the types that workflows use; the
 * worker implements the delivery.
 */
@NullMarked
package dev.durahook.workflows.delivery;

import org.jspecify.annotations.NullMarked;
