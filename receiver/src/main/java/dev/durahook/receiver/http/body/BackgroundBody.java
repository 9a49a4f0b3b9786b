package dev.durahook.receiver.http.body;

import dev.durahook.connection.failure.FailurePlace;
import dev.durahook.receiver.http.exchange.Exchange;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the rest of a request's body in the background. The body uses a server thread only while bytes are read, so
 * slow senders, however many, can't occupy all threads. After the response, further bytes are discarded for a short
 * time.
 */
final class BackgroundBody implements ReadListener {

    /** A sender that has not read its response within this time is disconnected. */
    private static final Duration LINGER = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundBody.class);

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
    private final RemainingBody rest;
    private final Context trace = Context.current();
    private final Consumer<BackgroundBody> onEnd;
    private Phase phase;
    private boolean allCame;
    private long lingerUntil;

    /**
     * A body in the background, of which nothing is read yet.
     *
     * @param body the body to read, or null if the request is answered already
     * @param rest discards what arrives after the response
     * @param onEnd called when the request has ended, for any reason and possibly more than once
     */
    BackgroundBody(Exchange exchange, @Nullable IncomingBody body, RemainingBody rest, Consumer<BackgroundBody> onEnd)
            throws IOException {
        this.exchange = exchange;
        this.in = exchange.sent().getInputStream();
        this.body = body;
        this.rest = rest;
        this.onEnd = onEnd;
        this.phase = body == null ? Phase.ANSWERING : Phase.READING;
        this.async = exchange.request().startAsync(exchange.request(), exchange.response());
        if (body != null) {
            // If a fault ends the request before an answer was chosen, the server sends the status that is set, and
            // 200 would tell the sender that the event is stored.
            exchange.response().setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
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
            // Not after each read: a receiver that stood still must not refuse what has arrived meanwhile.
            if (body != null && phase() == Phase.READING && !in.isFinished() && body.isTooSlow()) {
                fail(BodyFailure.TOO_SLOW);
            }
            if (isNoLongerReading() && !rest.discardArrived()) {
                end();
            }
        } catch (IOException e) {
            onError(e);
            throw e;
        } catch (Error e) {
            // The server closes the connection, and tells no listener.
            giveUp();
            throw e;
        }
    }

    private void readOnce(IncomingBody incoming) throws IOException {
        try {
            incoming.read(in);
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
        } else if (noteAllCame()) {
            end();
        }
    }

    /** Ends the request if the sender disconnected or sent malformed HTTP. The server closes the connection. */
    @Override
    public void onError(Throwable failure) {
        if (body != null && move(Phase.READING, Phase.ANSWERING)) {
            exchange.connection().reopen();
            BodyFailure meaning = BodyFailure.of(failure);
            if (meaning == BodyFailure.SERVER_FAILED) {
                LOG.warn("The server failed while it read a body: {}", FailurePlace.of(failure));
            }
            answered(body, meaning);
        }
        stop();
    }

    /**
     * Ends the request if the sender is too slow. Called repeatedly on one thread for all bodies, so it must not block.
     */
    void check() {
        if (isLingeringTooLong()) {
            end();
        } else if (body != null && phase() == Phase.READING && body.isTooSlow()) {
            startLastRead();
        }
    }

    private void startLastRead() {
        try {
            async.start(this::failUnlessMoreHasArrived);
        } catch (IllegalStateException ended) {
            // The request ended meanwhile.
        }
    }

    // A receiver that stood still has not read what arrived meanwhile, so the body is read once more before it fails.
    private void failUnlessMoreHasArrived() {
        if (!readAgain()) {
            fail(BodyFailure.TOO_SLOW);
        }
    }

    // While this lock is held, the request can't end, and the server can't use its connection for the next request.
    private synchronized boolean readAgain() {
        return phase == Phase.READING && exchange.connection().readAgain();
    }

    private void fail(BodyFailure failure) {
        if (body != null && move(Phase.READING, Phase.ANSWERING)) {
            boolean isAnswered;
            try {
                isAnswered = answered(body, failure);
            } catch (RuntimeException | Error e) {
                end();
                throw e;
            }
            if (isAnswered) {
                linger();
            } else {
                // To the server, the failed write is the end of the connection. If the request went on, the server
                // would drop the request, and at a stop would wait for the request.
                end();
            }
        }
    }

    // Returns false if the sender has disconnected and can't read the response.
    private boolean answered(IncomingBody incoming, BodyFailure failure) {
        Scope scope = trace.makeCurrent();
        try {
            exchange.announceEnd();
            incoming.fail(failure);
            exchange.response().flushBuffer();
            return true;
        } catch (IOException gone) {
            return false;
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

    private synchronized boolean isNoLongerReading() {
        return phase == Phase.ANSWERING || phase == Phase.LINGERING;
    }

    private synchronized boolean isLingeringTooLong() {
        return phase == Phase.LINGERING && System.nanoTime() - lingerUntil > 0;
    }

    // Returns whether the request can end: while the response is written, the thread that writes it ends the request.
    private synchronized boolean noteAllCame() {
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

    /** Releases what is held for the request. The server itself ends the request. */
    void giveUp() {
        stop();
    }

    private void end() {
        if (stop()) {
            async.complete();
        }
    }

    // Returns whether this call ended the request.
    private synchronized boolean stop() {
        boolean first = phase != Phase.ENDED;
        phase = Phase.ENDED;
        if (body != null) {
            body.release();
        }
        onEnd.accept(this);
        return first;
    }
}
