package dev.durahook.worker.destination.http.client;

import java.time.Duration;

/**
 * How long an attempt may take.
 *
 * @param connect the longest wait for a connection; before that, the DNS may take two seconds longer than this
 * @param request the longest wait for the destination to take or to send the next bytes; at most 95 % of the time that
 *     the attempt may take
 * @param total the longest time for the whole attempt
 */
public record Timeouts(Duration connect, Duration request, Duration total) {}
