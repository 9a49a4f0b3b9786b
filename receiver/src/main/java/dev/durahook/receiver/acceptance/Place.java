package dev.durahook.receiver.acceptance;

/**
 * The right to ask Temporal, until it is given back.
 *
 * @param inFlight how many had one when it was taken, this one included
 * @param since when it was taken, a time of {@link System#nanoTime}
 */
record Place(int inFlight, long since) {}
