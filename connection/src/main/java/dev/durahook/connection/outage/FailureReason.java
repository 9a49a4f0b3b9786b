package dev.durahook.connection.outage;

import dev.durahook.connection.server.OperatorCommands;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import org.jspecify.annotations.Nullable;

/** Explains in one line why a call to Temporal failed, with the remedy if one is known. */
public final class FailureReason {

    private static final int LIMIT = 200;

    private FailureReason() {}

    /** The explanation of a failed call to the Temporal of a client, without secrets. */
    public static String of(StatusRuntimeException failure, WorkflowClient client) {
        String namespace = client.getOptions().getNamespace();
        return of(failure, target(client), OperatorCommands.of(client.getWorkflowServiceStubs(), namespace));
    }

    /**
     * The explanation, without secrets.
     *
     * @param target Temporal's address
     * @param commands the commands for the namespace
     */
    static String of(StatusRuntimeException failure, String target, OperatorCommands commands) {
        Status status = failure.getStatus();
        return switch (status.getCode()) {
            case NOT_FOUND -> "namespace \"" + commands.namespace() + "\" not found: " + commands.createNamespace();
            case DEADLINE_EXCEEDED -> "no answer in time from " + target;
            case UNAVAILABLE -> target + " can't be reached: " + detail(status);
            case UNAUTHENTICATED, PERMISSION_DENIED ->
                "the credentials are not accepted for namespace \"" + commands.namespace() + "\": " + detail(status);
            default -> status.getCode() + ": " + detail(status);
        };
    }

    /** The address of a client's Temporal. The in-memory test server has none. */
    static String target(WorkflowClient client) {
        String target = client.getWorkflowServiceStubs().getOptions().getTarget();
        return target == null ? "this process" : target;
    }

    // gRPC says "io exception" and hides "connection refused" and "certificate unknown" in the causes.
    private static String detail(Status status) {
        Throwable cause = status.getCause();
        if (cause == null) {
            return firstLine(status.getDescription());
        }
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return firstLine(meaning(cause));
    }

    // The messages of an invalid certificate are only a time.
    private static String meaning(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        if (cause instanceof CertificateExpiredException) {
            return "a certificate has expired (" + message + ")";
        }
        return cause instanceof CertificateNotYetValidException
                ? "a certificate is not valid yet (" + message + ")"
                : message;
    }

    private static String firstLine(@Nullable String text) {
        String line =
                text == null ? "no reason given" : text.lines().findFirst().orElse("no reason given");
        return line.length() <= LIMIT ? line : line.substring(0, LIMIT) + "…";
    }
}
