package dev.durahook.receiver.provider;

/**
 * The same as {@link ProviderForgeryTest}, with every character of the signature instead of one in five, and five times as
 * much nonsense.
 */
class EveryProviderForgeryIT extends ProviderForgeryTest {}
