package dev.durahook.testsupport.fault;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Passes a server's answer on as a {@link MethodFault} says: late, replaced by a failure, or not at all. */
final class DisturbedAnswer implements StreamObserver<byte[]> {

    private final MethodFault fault;
    private final StreamObserver<byte[]> caller;
    private final ScheduledExecutorService timer;

    DisturbedAnswer(MethodFault fault, StreamObserver<byte[]> caller, ScheduledExecutorService timer) {
        this.fault = fault;
        this.caller = caller;
        this.timer = timer;
    }

    @Override
    public void onNext(byte[] answer) {
        pass(() -> {
            if (fault.answer() == null) {
                caller.onNext(answer);
            } else {
                MethodFaultProxy.fail(caller, fault.answer());
            }
        });
    }

    @Override
    public void onError(Throwable failure) {
        pass(() -> caller.onError(failure));
    }

    @Override
    public void onCompleted() {
        if (fault.answer() == null) {
            pass(caller::onCompleted);
        }
    }

    private void pass(Runnable answer) {
        if (fault.hangs()) {
            return;
        }
        if (fault.delay().isZero()) {
            unlessGone(answer);
            return;
        }
        try {
            ScheduledFuture<?> unused =
                    timer.schedule(() -> unlessGone(answer), fault.delay().toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            // The test is over.
        }
    }

    private static void unlessGone(Runnable answer) {
        try {
            answer.run();
        } catch (IllegalStateException | StatusRuntimeException gone) {
            // The caller has given up.
        }
    }
}
