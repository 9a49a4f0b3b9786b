/**
 * The interface between the worker and a kind of destination, such as HTTP. An application adds a kind of its own as a
 * bean of type {@link dev.durahook.worker.destination.kind.DestinationKind}.
 */
@NullMarked
package dev.durahook.worker.destination.kind;

import org.jspecify.annotations.NullMarked;
