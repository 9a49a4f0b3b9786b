package dev.durahook.receiver.signature;

/** The same as {@link ForgeryTest}, with every bit of the body instead of one in nine. */
class EveryForgeryIT extends ForgeryTest {}
