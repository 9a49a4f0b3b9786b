/**
 * Sends events to the destinations that are configured, and to no other. This package is the same for every kind of
 * destination; a kind is a package of its own behind {@link dev.durahook.worker.destination.kind.DestinationKind}.
 */
@NullMarked
package dev.durahook.worker.destination;

import org.jspecify.annotations.NullMarked;
