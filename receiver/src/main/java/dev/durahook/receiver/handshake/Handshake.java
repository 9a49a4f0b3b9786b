package dev.durahook.receiver.handshake;

import org.jspecify.annotations.Nullable;

/** A request that was no delivery, and what it is answered. */
public sealed interface Handshake {

    /**
     * The step is done.
     *
     * @param step what the provider calls it
     * @param echo a header of the answer, if one is demanded
     * @param reply the answer
     */
    record Answered(String step, @Nullable Echo echo, Reply reply) implements Handshake {}

    /**
     * The step is refused.
     *
     * @param detail for the operator's log; holds no token, no challenge and nothing of the body
     */
    record Refused(Refusal reason, String detail) implements Handshake {}

    /** A header that repeats what the provider sent. */
    record Echo(String header, String value) {}
}
