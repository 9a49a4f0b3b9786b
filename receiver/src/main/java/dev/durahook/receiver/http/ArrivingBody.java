package dev.durahook.receiver.http;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A body that is not here yet. It has a thread of the server only while some of it is read, so that no number of slow
 * senders holds the threads. Once the request is answered, what still comes is thrown away for a moment.
 */
final class ArrivingBody implements ReadListener {

    /** A sender that has not read its answer by then is too slow for it. */
    private static final Duration LINGER = Duration.ofSeconds(2);

    private enum Phase {
        READING,
        ANSWERING,
        LINGERING,
        ENDED
    }

    private final Exchange exchange;
    private final ServletInputStream in;
    private final AsyncContext async;
    private final @Nullable IncomingBody body;
    private final Leftovers leftovers;
    private final Context trace = Context.current();
    private final Consumer<ArrivingBody> whenOver;
    private Phase phase;
    private boolean allCame;
    private long lingerUntil;

    /**
     * One that nothing is read of yet.
     *
     * @param body what is read, or null if the request is answered already
     * @param leftovers what is read after the answer
     * @param whenOver is told when the request has ended, however it did
     */
    ArrivingBody(Exchange exchange, @Nullable IncomingBody body, Leftovers leftovers, Consumer<ArrivingBody> whenOver)
            throws IOException {
        this.exchange = exchange;
        this.in = exchange.sent().getInputStream();
        this.body = body;
        this.leftovers = leftovers;
        this.whenOver = whenOver;
        this.phase = body == null ? Phase.ANSWERING : Phase.READING;
        this.async = exchange.request().startAsync(exchange.request(), exchange.response());
    }

    /** Begins to read in the background, and returns at once. */
    void begin() throws IOException {
        async.setTimeout(0);
        async.addListener(new AsyncEnd(this::stop));
        if (body == null) {
            linger();
        }
        in.setReadListener(this);
    }

    @Override
    public void onDataAvailable() throws IOException {
        try {
            while (body != null && phase() == Phase.READING && in.isReady()) {
                readOnce(body);
            }
            if (isAnsweredOrSoon() && !leftovers.discardWhatIsThere()) {
                end();
            }
        } catch (IOException e) {
            onError(e);
            throw e;
        }
    }

    private void readOnce(IncomingBody incoming) throws IOException {
        try {
            incoming.read(in);
            failIfTooSlow(incoming);
        } catch (BodyException e) {
            fail(e.failure());
        }
    }

    @Override
    public void onAllDataRead() throws IOException {
        if (body != null && move(Phase.READING, Phase.ANSWERING)) {
            Scope scope = trace.makeCurrent();
            try {
                body.deliver();
            } finally {
                scope.close();
                end();
            }
        } else if (isAnswered()) {
            end();
        }
    }

    /** The sender is gone, or sends what is not of HTTP's form. The server closes the connection. */
    @Override
    public void onError(Throwable failure) {
        if (body != null && move(Phase.READING, Phase.ANSWERING)) {
            exchange.connection().reopen();
            answer(body, BodyFailure.of(failure));
        }
        stop();
    }

    /** Looks whether the sender takes too long. Called now and then on one thread for all, which must not wait. */
    void check() {
        if (isLingeringTooLong()) {
            end();
        } else if (body != null && phase() == Phase.READING && body.isTooSlow()) {
            startToFail();
        }
    }

    private void startToFail() {
        try {
            async.start(() -> fail(BodyFailure.TOO_SLOW));
        } catch (IllegalStateException ended) {
            // In the meantime.
        }
    }

    private static void failIfTooSlow(IncomingBody body) throws BodyException {
        if (body.isTooSlow()) {
            throw new BodyException(BodyFailure.TOO_SLOW);
        }
    }

    private void fail(BodyFailure failure) {
        if (body != null && move(Phase.READING, Phase.ANSWERING)) {
            answer(body, failure);
            linger();
        }
    }

    private void answer(IncomingBody incoming, BodyFailure failure) {
        Scope scope = trace.makeCurrent();
        try {
            exchange.announceEnd();
            incoming.fail(failure);
            exchange.response().flushBuffer();
        } catch (IOException gone) {
            // Nobody reads the answer.
        } finally {
            scope.close();
        }
    }

    private void linger() {
        lingerUntil = System.nanoTime() + LINGER.toNanos();
        if (move(Phase.ANSWERING, Phase.LINGERING) && allCame()) {
            end();
        }
    }

    private synchronized boolean isAnsweredOrSoon() {
        return phase == Phase.ANSWERING || phase == Phase.LINGERING;
    }

    private synchronized boolean isLingeringTooLong() {
        return phase == Phase.LINGERING && System.nanoTime() - lingerUntil > 0;
    }

    // Where the answer is still being written, whoever writes it ends the request.
    private synchronized boolean isAnswered() {
        allCame = true;
        return phase == Phase.LINGERING;
    }

    private synchronized boolean allCame() {
        return allCame;
    }

    private synchronized Phase phase() {
        return phase;
    }

    private synchronized boolean move(Phase from, Phase to) {
        if (phase != from) {
            return false;
        }
        phase = to;
        return true;
    }

    private void end() {
        if (stop()) {
            async.complete();
        }
    }

    // Whether it had not ended before.
    private synchronized boolean stop() {
        boolean first = phase != Phase.ENDED;
        phase = Phase.ENDED;
        if (body != null) {
            body.release();
        }
        whenOver.accept(this);
        return first;
    }
}
