package dev.durahook.receiver.acceptance;

/**
 * The right to ask Temporal, until it is given back.
 *
 * @param since when it was taken, a time of {@link System#nanoTime}
 */
record Place(long since) {}
