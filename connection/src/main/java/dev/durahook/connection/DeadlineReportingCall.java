package dev.durahook.connection;

import io.grpc.ClientCall;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.function.LongConsumer;

/** A call that reports the time of its start if it gets no answer before its deadline. */
final class DeadlineReportingCall<Q, A> extends SimpleForwardingClientCall<Q, A> {

    private final LongConsumer unanswered;

    DeadlineReportingCall(ClientCall<Q, A> call, LongConsumer unanswered) {
        super(call);
        this.unanswered = unanswered;
    }

    @Override
    public void start(Listener<A> listener, Metadata headers) {
        long startedAt = System.nanoTime();
        super.start(
                new SimpleForwardingClientCallListener<>(listener) {
                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        if (status.getCode() == Status.Code.DEADLINE_EXCEEDED) {
                            unanswered.accept(startedAt);
                        }
                        super.onClose(status, trailers);
                    }
                },
                headers);
    }
}
