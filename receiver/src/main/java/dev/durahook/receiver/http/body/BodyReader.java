package dev.durahook.receiver.http.body;

import dev.durahook.connection.watch.FaultBarrier;
import dev.durahook.receiver.http.exchange.Exchange;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.util.unit.DataSize;

/**
 * Reads the bodies of requests, and is the only code that does. Enforces the size limit, the minimum rate and the
 * memory budget.
 */
public final class BodyReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BodyReader.class);

    /** How much of an unwanted body is read and discarded, so that the sender can read the response. */
    private static final DataSize LEFTOVERS = DataSize.ofKilobytes(256);

    private static final long TICK_MILLIS = 250;

    private final BodyBudget budget;
    private final BodyPace pace;
    private final Set<BackgroundBody> arriving = ConcurrentHashMap.newKeySet();
    private final FaultBarrier barrier = new FaultBarrier("The check for slow requests");
    private final ScheduledThreadPoolExecutor clock;

    /** A reader with a thread of its own, which ends requests whose bodies arrive too slowly. */
    public BodyReader(BodyBudget budget, BodyPace pace) {
        this.budget = budget;
        this.pace = pace;
        CustomizableThreadFactory threads = new CustomizableThreadFactory("durahook-slow-bodies-");
        threads.setDaemon(true);
        this.clock = new ScheduledThreadPoolExecutor(1, threads);
        ScheduledFuture<?> unused =
                clock.scheduleWithFixedDelay(this::check, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    // A failure would cancel all further runs. A request may have been ended by the server meanwhile.
    private void check() {
        for (BackgroundBody body : arriving) {
            barrier.run(() -> check(body));
        }
    }

    private static void check(BackgroundBody body) {
        try {
            body.check();
        } catch (RuntimeException e) {
            LOG.debug(
                    "A slow request could not be ended, probably because it has ended already: {}",
                    e.getClass().getName());
        }
    }

    /**
     * Reads the body of a request. If the whole body is available, it is handed over before this method returns, else
     * later on another thread.
     *
     * @param limit the largest allowed body
     * @param receiver gets the body and answers the request
     */
    public void read(Exchange exchange, DataSize limit, Receiver receiver) throws IOException {
        long announced = exchange.announced();
        if (announced > limit.toBytes()) {
            fail(exchange, BodyFailure.TOO_LARGE, limit, receiver);
        } else if (!budget.hasRoom(announced)) {
            fail(exchange, BodyFailure.NO_ROOM, limit, receiver);
        } else {
            BodyBuffer buffer = new BodyBuffer(budget, announced, Math.toIntExact(limit.toBytes()));
            read(exchange, limit, new IncomingBody(buffer, pace, receiver));
        }
    }

    // Without the end, the bytes of a body whose reading failed in an unexpected way would stay reserved for ever.
    private void read(Exchange exchange, DataSize limit, IncomingBody body) throws IOException {
        boolean isInBackground = false;
        try {
            isInBackground = readOrBegin(exchange, limit, body);
        } finally {
            if (!isInBackground) {
                body.release();
            }
        }
    }

    // Returns whether the body is read in the background.
    private boolean readOrBegin(Exchange exchange, DataSize limit, IncomingBody body) throws IOException {
        ServletInputStream in = exchange.sent().getInputStream();
        try {
            if (!body.readArrived(in)) {
                if (exchange.request().isAsyncSupported()) {
                    begin(exchange, body, limit);
                    return true;
                }
                body.readToTheEnd(in, exchange.connection());
            }
        } catch (BodyException e) {
            dismiss(exchange, () -> body.fail(e.failure()), leftovers(e.failure(), limit));
            return false;
        } catch (IOException e) {
            exchange.connection().reopen();
            exchange.announceEnd();
            body.fail(BodyFailure.of(e));
            exchange.connection().hangUp();
            return false;
        }
        body.deliver();
        return false;
    }

    /**
     * Answers a request without using its body, and discards enough of the body for the sender to read the response.
     */
    public void dismiss(Exchange exchange, Answer answer) throws IOException {
        dismiss(exchange, answer, LEFTOVERS);
    }

    private void dismiss(Exchange exchange, Answer answer, DataSize most) throws IOException {
        boolean goesOn = new RemainingBody(exchange.connection(), most.toBytes()).discardArrived();
        boolean more = exchange.hasUnreadBody();
        if (more) {
            exchange.announceEnd();
        }
        answer.send();
        if (more && goesOn && exchange.request().isAsyncSupported()) {
            begin(exchange, null, most);
        } else if (more) {
            exchange.connection().hangUp();
        }
    }

    private void fail(Exchange exchange, BodyFailure failure, DataSize limit, Receiver receiver) throws IOException {
        dismiss(exchange, () -> receiver.failed(failure), leftovers(failure, limit));
    }

    private void begin(Exchange exchange, @Nullable IncomingBody body, DataSize leftovers) throws IOException {
        RemainingBody rest = new RemainingBody(exchange.connection(), leftovers.toBytes());
        BackgroundBody arrived = new BackgroundBody(exchange, body, rest, arriving::remove);
        arriving.add(arrived);
        try {
            arrived.begin();
        } catch (IOException | RuntimeException | Error e) {
            arrived.giveUp();
            throw e;
        }
    }

    // If there is no room or no memory for the body, the sender should deliver again. Some senders read no response
    // before they have sent the whole body, so up to the source's limit is discarded.
    private static DataSize leftovers(BodyFailure failure, DataSize limit) {
        return failure == BodyFailure.NO_ROOM || failure == BodyFailure.NO_MEMORY ? limit : LEFTOVERS;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /**
     * Called once with the result of reading a body, on a server thread that may be used until the request is answered.
     */
    public interface Receiver {

        /** The body is complete. Answers the request. */
        void received(byte[] body) throws IOException;

        /** The body could not be read. Answers the request. */
        void failed(BodyFailure failure) throws IOException;
    }

    /** Writes the response to a request. */
    @FunctionalInterface
    public interface Answer {

        /** Writes the whole response. */
        void send() throws IOException;
    }
}
