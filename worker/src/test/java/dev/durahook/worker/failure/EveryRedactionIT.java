package dev.durahook.worker.failure;

/** The same as {@link RedactionTest}, with ten values for each combination of forms instead of four. */
class EveryRedactionIT extends RedactionTest {}
