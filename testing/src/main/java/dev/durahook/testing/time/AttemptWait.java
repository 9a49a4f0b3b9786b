package dev.durahook.testing.time;

import java.time.Duration;

/**
 * The time between two attempts.
 *
 * @param length the time on the test server's clock, most of which the server skips
 * @param real the time that passed on this machine meanwhile
 */
public record AttemptWait(Duration length, Duration real) {}
