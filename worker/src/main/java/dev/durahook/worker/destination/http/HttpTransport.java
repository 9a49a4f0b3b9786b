package dev.durahook.worker.destination.http;

import dev.durahook.worker.destination.kind.Attempt;
import dev.durahook.worker.destination.kind.DestinationException;
import dev.durahook.worker.destination.kind.Transport;
import dev.durahook.worker.destination.signing.InvalidSecretException;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationReceipt;
import io.opentelemetry.api.trace.Span;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;

/** Posts events to one destination. */
final class HttpTransport implements Transport {

    private static final int MOST_REFUSED = 3;

    private final HttpDestination destination;
    private final OkHttpClient client;
    private final InstantSource clock;
    private final HttpRequests requests;
    private final HttpFailures failures;

    HttpTransport(HttpDestination destination, OkHttpClient client, InstantSource clock) {
        this.destination = destination;
        this.client = client;
        this.clock = clock;
        this.requests = new HttpRequests(destination);
        this.failures = new HttpFailures(destination);
    }

    /**
     * Sends an event with one request.
     *
     * @throws DestinationException if the answer is not 2xx, or if there is no answer
     */
    @Override
    public DestinationReceipt send(WebhookEvent event, byte[] body, Attempt attempt) throws DestinationException {
        OneShotBody content = new OneShotBody(body);
        Request request = request(event, body, content, attempt);
        HttpFailures failures = this.failures.of(request);
        AnswerHead head = new AnswerHead();
        long begin = System.nanoTime();
        try (Response response =
                execute(request, head, begin + totalTimeout(attempt).toNanos())) {
            return receipt(response, failures, since(begin));
        } catch (IOException e) {
            Response answer = head.response();
            if (answer == null) {
                throw failures.unanswered(e, content.wasSent(), since(begin));
            }
            return receipt(answer, failures, since(begin));
        } catch (RuntimeException e) {
            Response answer = head.response();
            if (answer == null) {
                throw e;
            }
            head.disconnect();
            return receipt(answer, failures, since(begin));
        }
    }

    @Override
    public String summary() {
        return destination.summary();
    }

    @Override
    public Set<String> hiddenValues() {
        return HiddenParts.of(destination);
    }

    // An HTTP/2 destination that ends a connection tells which requests it has not begun to process. Only these
    // requests are sent again.
    private Response execute(Request request, AnswerHead head, long deadline) throws IOException {
        for (int times = 1; ; times++) {
            Call call = client.newCall(request);
            head.listenTo(call);
            call.timeout().timeout(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            try {
                return call.execute();
            } catch (StreamResetException e) {
                if (e.errorCode != ErrorCode.REFUSED_STREAM || times == MOST_REFUSED) {
                    throw e;
                }
            }
        }
    }

    private Request request(WebhookEvent event, byte[] body, OneShotBody content, Attempt attempt)
            throws DestinationException {
        try {
            return requests.of(event, body, content, attempt.number(), clock.instant());
        } catch (InvalidSecretException e) {
            throw failures.unsigned(e);
        }
    }

    private Duration totalTimeout(Attempt attempt) {
        Duration total = destination.timeouts().total();
        return attempt.timeLeft().compareTo(total) < 0 ? attempt.timeLeft() : total;
    }

    // The body of a successful answer is not read: it may never end, and the destination has the event.
    private DestinationReceipt receipt(Response response, HttpFailures failures, Duration took)
            throws DestinationException {
        Span.current().setAttribute("http.response.status_code", response.code());
        if (!response.isSuccessful()) {
            throw failures.answered(response, clock.instant());
        }
        String text = destination + " answered " + failures.status(response) + " in " + took.toMillis() + " ms";
        return new DestinationReceipt(response.code(), took, text);
    }

    private static Duration since(long begin) {
        return Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }
}
