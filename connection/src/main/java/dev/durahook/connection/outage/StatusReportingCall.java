package dev.durahook.connection.outage;

import io.grpc.ClientCall;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.function.BiConsumer;

/** A call that reports its final status and trailers, before its caller gets them. */
public final class StatusReportingCall<Q, A> extends SimpleForwardingClientCall<Q, A> {

    private final BiConsumer<Status, Metadata> ended;

    /** A call that is not started yet. */
    public StatusReportingCall(ClientCall<Q, A> call, BiConsumer<Status, Metadata> ended) {
        super(call);
        this.ended = ended;
    }

    @Override
    public void start(Listener<A> listener, Metadata headers) {
        super.start(
                new SimpleForwardingClientCallListener<>(listener) {
                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        ended.accept(status, trailers);
                        super.onClose(status, trailers);
                    }
                },
                headers);
    }
}
