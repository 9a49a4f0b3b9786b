package dev.durahook.testsupport.frontend;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records the headers of every gRPC call, for a test to look at. */
final class HeaderRecorder implements ServerInterceptor {

    private final List<Metadata> all = new CopyOnWriteArrayList<>();

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        all.add(headers);
        return next.startCall(call, headers);
    }

    List<Metadata> all() {
        return List.copyOf(all);
    }
}
