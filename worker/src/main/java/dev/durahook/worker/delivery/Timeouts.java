package dev.durahook.worker.delivery;

import java.time.Duration;

/**
 * How long an attempt may take.
 *
 * @param connect until there is a connection
 * @param request for the destination to take or to send the next bytes
 * @param total for all of it
 */
record Timeouts(Duration connect, Duration request, Duration total) {}
