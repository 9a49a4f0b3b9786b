package dev.durahook.worker.destination;

import dev.durahook.worker.failure.Redaction;
import dev.durahook.workflows.delivery.DeliveryFailure;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** Describes the failure of one request, for Temporal and for the operators who read the failure in its Web UI. */
final class HttpFailures {

    private final HttpDestination destination;
    private final SingletonSupplier<Redaction> redaction;

    private HttpFailures(HttpDestination destination, SingletonSupplier<Redaction> redaction) {
        this.destination = destination;
        this.redaction = redaction;
    }

    HttpFailures(HttpDestination destination) {
        this(destination, SingletonSupplier.of(Redaction.of(HiddenParts.of(destination))));
    }

    /** Returns the same with one request's signatures hidden too. Costs nothing until a text has to be hidden. */
    HttpFailures of(Request request) {
        return new HttpFailures(
                destination, SingletonSupplier.of(() -> redaction.obtain().and(HiddenParts.of(request))));
    }

    /** Describes an answer that is not 2xx. */
    ApplicationFailure answered(Response response, Instant now, Attempt attempt) {
        DeliveryFailure failure = DeliveryFailure.ofStatus(response.code());
        String message = destination + " answered " + status(response) + detail(failure, response);
        Duration wait = failure.isRetryable() ? wait(response, now, attempt) : null;
        return failure(failure, message, wait);
    }

    /** Describes a request without an answer. */
    ApplicationFailure unanswered(IOException e, boolean sent, Duration took) {
        if (ForbiddenAddressException.caused(e)) {
            return failure(
                    DeliveryFailure.FORBIDDEN,
                    destination + " has an address in a private network, where nothing is delivered to. If it shall be,"
                            + " set " + key("allow-private-network") + ": true",
                    null);
        }
        return sent
                ? failure(
                        DeliveryFailure.UNANSWERED,
                        destination + " was sent the event and gave no answer: " + reason(e, took),
                        null)
                : failure(DeliveryFailure.UNREACHABLE, destination + " can't be reached: " + reason(e, took), null);
    }

    /** Describes a delivery that can't be signed because a secret can't be read. */
    ApplicationFailure unsigned(InvalidSecretException e) {
        return failure(DeliveryFailure.UNSIGNED, key(e.key()) + " " + e.problem(), null);
    }

    /** Describes a delivery to a destination that is not declared. */
    static ApplicationFailure unknown(String name) {
        return build(
                DeliveryFailure.UNKNOWN,
                "No destination '" + AnswerText.oneLine(name) + "': declare " + DestinationBinding.KEY + "."
                        + AnswerText.oneLine(name) + " in the worker's configuration",
                null);
    }

    /** Returns the status code and the status message of an answer. */
    String status(Response response) {
        String message = response.message();
        // "OK", and the empty message of HTTP/2, are too short for a secret.
        String shown = message.length() < Redaction.MIN_LENGTH
                ? AnswerText.oneLine(message)
                : AnswerText.of(message, redaction.obtain());
        return (response.code() + " " + shown).strip();
    }

    private String detail(DeliveryFailure failure, Response response) {
        if (failure == DeliveryFailure.REDIRECTED) {
            return target(response) + ", which is not followed";
        }
        String text = AnswerText.of(response.body(), redaction.obtain());
        return text.isEmpty() ? "" : ": " + text;
    }

    private static String target(Response response) {
        String location = response.header("Location");
        HttpUrl url = location == null ? null : response.request().url().resolve(location);
        return url == null ? "" : " to " + url.host();
    }

    // A destination may ask for a shorter wait than the policy's. That wait is ignored, because it would use up in a
    // short time the attempts that the policy means for hours.
    private @Nullable Duration wait(Response response, Instant now, Attempt attempt) {
        Optional<Duration> asked = RetryAfter.of(response.headers(), now, destination.retryAfterLimit());
        return asked.filter(wait -> wait.compareTo(attempt.backoff()) > 0).orElse(null);
    }

    private String reason(IOException e, Duration took) {
        if (e instanceof UnknownHostException) {
            return "unknown host " + destination.url().host();
        }
        if (e instanceof InterruptedIOException) {
            return "time-out after " + took.toMillis() + " ms";
        }
        String message = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        return AnswerText.of(message, redaction.obtain());
    }

    private String key(String key) {
        return DestinationBinding.KEY + "." + destination + "." + key;
    }

    private ApplicationFailure failure(DeliveryFailure failure, String message, @Nullable Duration wait) {
        return build(failure, redaction.obtain().apply(message), wait);
    }

    // The failure has no cause, because the cause's stack trace shows only the HTTP client's code, and its message may
    // quote what was sent.
    private static ApplicationFailure build(DeliveryFailure failure, String message, @Nullable Duration wait) {
        ApplicationFailure.Builder builder = ApplicationFailure.newBuilder()
                .setMessage(message)
                .setType(failure.type())
                .setNonRetryable(!failure.isRetryable());
        return (wait == null ? builder : builder.setNextRetryDelay(wait)).build();
    }
}
