package dev.durahook.testsupport.fault;

import io.grpc.Status;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The fault that a {@link MethodFaultProxy} makes in the calls of a method.
 *
 * @param forwarded whether the server gets the call at all
 * @param delay how long the answer is held back
 * @param answer the status that replaces the server's answer; {@code null} keeps the answer
 * @param hangs whether the call is never answered
 */
public record MethodFault(
        boolean forwarded, Duration delay, @Nullable Status answer, boolean hangs) {

    /** The calls pass unchanged. */
    public static final MethodFault NONE = new MethodFault(true, Duration.ZERO, null, false);

    /** The server gets the call at once, and its answer comes later. */
    public static MethodFault late(Duration delay) {
        return new MethodFault(true, delay, null, false);
    }

    /** The server never gets the call, which is never answered. */
    public static MethodFault hung() {
        return new MethodFault(false, Duration.ZERO, null, true);
    }

    /** The server gets the call, but its answer is lost, and the caller waits for ever. */
    public static MethodFault unheard() {
        return new MethodFault(true, Duration.ZERO, null, true);
    }

    /** The server never gets the call, which fails. */
    public static MethodFault refused(Status status) {
        return new MethodFault(false, Duration.ZERO, status, false);
    }

    /** The server does what the call asks for, but the caller learns of a failure. */
    public static MethodFault doneButFailed(Status status) {
        return new MethodFault(true, Duration.ZERO, status, false);
    }
}
