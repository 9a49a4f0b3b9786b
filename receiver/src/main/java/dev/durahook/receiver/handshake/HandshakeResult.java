package dev.durahook.receiver.handshake;

import org.jspecify.annotations.Nullable;

/** The answer to a request that was a handshake and not a delivery. */
public sealed interface HandshakeResult {

    /**
     * The step succeeded.
     *
     * @param step the provider's name for the step
     * @param echo a header that the provider requires, if it does
     * @param reply the response
     */
    record Answered(String step, @Nullable Echo echo, Reply reply) implements HandshakeResult {}

    /**
     * The step was refused.
     *
     * @param reason the reason, one of a closed set, for metrics
     * @param detail for the operator's log; contains no token, no challenge and no part of the body
     */
    record Refused(Refusal reason, String detail) implements HandshakeResult {}

    /** A response header that repeats the challenge. */
    record Echo(String header, String value) {}
}
