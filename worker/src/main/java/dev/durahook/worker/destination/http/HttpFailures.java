package dev.durahook.worker.destination.http;

import dev.durahook.worker.destination.address.ForbiddenAddressException;
import dev.durahook.worker.destination.http.client.RetryAfter;
import dev.durahook.worker.destination.http.client.UnansweredLookUpException;
import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.kind.DestinationException;
import dev.durahook.worker.destination.kind.OneLine;
import dev.durahook.worker.destination.signing.InvalidSecretException;
import dev.durahook.worker.failure.Redaction;
import dev.durahook.workflows.destination.DestinationFailure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** Describes the failure of one request, for the operators who read it in the Web UI. */
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

    /**
     * Returns a copy that also hides the signatures of one request. The copy prepares them only if a text has to be
     * redacted.
     */
    HttpFailures of(Request request) {
        return new HttpFailures(
                destination, SingletonSupplier.of(() -> redaction.obtain().and(HiddenParts.of(request))));
    }

    /** Describes an answer that is not 2xx. */
    DestinationException answered(Response response, Instant now) {
        DestinationFailure failure = DestinationFailure.ofStatus(response.code());
        String message = destination + " answered " + status(response) + detail(failure, response);
        Duration wait = RetryAfter.of(response.headers(), now, destination.retryAfterLimit())
                .orElse(null);
        return failure(failure, message, wait);
    }

    /** Describes a request without an answer. */
    DestinationException unanswered(IOException e, boolean sent, Duration took) {
        if (ForbiddenAddressException.caused(e)) {
            return failure(
                    DestinationFailure.FORBIDDEN,
                    destination + " has an address in a private network, to which no event is sent. To allow it, set "
                            + key("allow-private-network") + ": true");
        }
        return sent
                ? failure(
                        DestinationFailure.UNANSWERED,
                        destination + " was sent the event and gave no answer: " + reason(e, took))
                : failure(DestinationFailure.UNREACHABLE, destination + " can't be reached: " + reason(e, took));
    }

    /** Describes a request that can't be signed because a secret can't be read. */
    DestinationException unsigned(InvalidSecretException e) {
        return failure(DestinationFailure.UNSIGNED, key(e.key()) + " " + e.problem());
    }

    /** Returns the status code and the status message of an answer. */
    String status(Response response) {
        String message = response.message();
        // "OK", and the empty message of HTTP/2, are too short for a secret.
        String shown = message.length() < Redaction.MIN_LENGTH
                ? OneLine.of(message)
                : AnswerText.of(message, redaction.obtain());
        return (response.code() + " " + shown).strip();
    }

    private String detail(DestinationFailure failure, Response response) {
        if (failure == DestinationFailure.REDIRECTED) {
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

    private String reason(IOException e, Duration took) {
        UnansweredLookUpException unanswered = lookUp(e);
        if (unanswered != null) {
            return unanswered(unanswered, took);
        }
        if (e instanceof UnknownHostException) {
            return "unknown host " + unknown(Objects.requireNonNullElse(e.getMessage(), ""));
        }
        if (e instanceof InterruptedIOException) {
            return timeOut(took);
        }
        String message = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        return AnswerText.of(message, redaction.obtain());
    }

    // If the call's time is over in the same moment, OkHttp says only that.
    private static @Nullable UnansweredLookUpException lookUp(IOException e) {
        Throwable cause = e instanceof InterruptedIOException ? e.getCause() : e;
        return cause instanceof UnansweredLookUpException unanswered ? unanswered : null;
    }

    private String unanswered(UnansweredLookUpException lookUp, Duration took) {
        if (lookUp.waited().toMillis() == 0) {
            return timeOut(took);
        }
        String host = destination.url().host();
        String shown = lookUp.host().equalsIgnoreCase(host)
                ? host
                : "a proxy, " + AnswerText.of(lookUp.host(), redaction.obtain()) + ",";
        return "the DNS did not answer for " + shown + " within " + text(lookUp.waited());
    }

    private static String timeOut(Duration took) {
        return "time-out after " + took.toMillis() + " ms";
    }

    private static String text(Duration waited) {
        return waited.toMillis() % 1_000 == 0 ? waited.toSeconds() + " s" : waited.toMillis() + " ms";
    }

    // If there is a proxy, its name is looked up instead of the destination's.
    private String unknown(String message) {
        String host = destination.url().host();
        return message.isEmpty() || names(message, host)
                ? host
                : "of a proxy: " + AnswerText.of(message, redaction.obtain());
    }

    private static boolean names(String message, String host) {
        return Pattern.compile("(?<![\\w.-])" + Pattern.quote(host) + "(?![\\w-]|\\.\\w)", Pattern.CASE_INSENSITIVE)
                .matcher(message)
                .find();
    }

    private String key(String key) {
        return DeclaredDestination.key(destination.name(), key);
    }

    private DestinationException failure(DestinationFailure failure, String message) {
        return failure(failure, message, null);
    }

    private DestinationException failure(DestinationFailure failure, String message, @Nullable Duration wait) {
        return new DestinationException(failure, redaction.obtain().apply(message), wait);
    }
}
