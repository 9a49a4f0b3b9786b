package dev.durahook.worker.destination.workflow;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.errordetails.v1.NamespaceNotFoundFailure;
import io.temporal.serviceclient.StatusUtils;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers calls as a server does that has no namespace of that name, or does not accept the credentials for it, which the
 * in-memory server does not do. Keeps the namespace that the header of each call names.
 */
final class NamespaceGate implements ClientInterceptor {

    static final String LOCKED = "locked";
    static final String READ_ONLY = "read-only";
    static final String MISSING = "missing";

    private static final Metadata.Key<String> NAMESPACE =
            Metadata.Key.of("temporal-namespace", Metadata.ASCII_STRING_MARSHALLER);

    private final Map<String, Set<String>> seen = new ConcurrentHashMap<>();

    /** The namespaces that calls of a method have named. */
    Set<String> namespacesOf(String method) {
        return seen.getOrDefault(method, Set.of());
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {

            private @Nullable StatusRuntimeException refused;

            @Override
            public void start(Listener<A> listener, Metadata headers) {
                String namespace = String.valueOf(headers.get(NAMESPACE));
                String name = String.valueOf(method.getBareMethodName());
                seen.computeIfAbsent(name, first -> ConcurrentHashMap.newKeySet())
                        .add(namespace);
                refused = refusal(namespace, name);
                if (refused == null) {
                    super.start(listener, headers);
                } else {
                    Metadata trailers = refused.getTrailers();
                    listener.onClose(refused.getStatus(), trailers == null ? new Metadata() : trailers);
                }
            }

            @Override
            public void request(int messages) {
                if (refused == null) {
                    super.request(messages);
                }
            }

            @Override
            public void sendMessage(Q message) {
                if (refused == null) {
                    super.sendMessage(message);
                }
            }

            @Override
            public void halfClose() {
                if (refused == null) {
                    super.halfClose();
                }
            }
        };
    }

    private static @Nullable StatusRuntimeException refusal(String namespace, String method) {
        return switch (namespace) {
            case LOCKED -> denied();
            case READ_ONLY -> isRead(method) ? null : denied();
            case MISSING ->
                StatusUtils.newException(
                        Status.NOT_FOUND.withDescription("Namespace missing is not found."),
                        NamespaceNotFoundFailure.newBuilder()
                                .setNamespace(MISSING)
                                .build(),
                        NamespaceNotFoundFailure.getDescriptor());
            default -> null;
        };
    }

    private static StatusRuntimeException denied() {
        return Status.PERMISSION_DENIED.withDescription("Request unauthorized.").asRuntimeException();
    }

    private static boolean isRead(String method) {
        return Stream.of("Describe", "Get", "Query").anyMatch(method::startsWith);
    }
}
