package dev.durahook.receiver.acceptance.limit;

/**
 * Permission to call Temporal for one event, until it is given back.
 *
 * @param since when it was taken, a time of {@link System#nanoTime}
 */
public record Permit(long since) {}
