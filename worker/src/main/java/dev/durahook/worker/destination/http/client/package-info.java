/** The HTTP client of HTTP destinations: connections, timeouts and the waits that a destination asks for. */
@NullMarked
package dev.durahook.worker.destination.http.client;

import org.jspecify.annotations.NullMarked;
