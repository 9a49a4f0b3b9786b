/** Posts events to HTTP destinations. Everything that is HTTP about a destination is in this package and below. */
@NullMarked
package dev.durahook.worker.destination.http;

import org.jspecify.annotations.NullMarked;
