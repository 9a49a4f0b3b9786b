package dev.durahook.receiver.signature;

/** The same as {@link NonsenseTest}, with five times as many requests. */
class EveryNonsenseIT extends NonsenseTest {}
