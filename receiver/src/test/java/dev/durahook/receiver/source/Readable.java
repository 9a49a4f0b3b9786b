package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.extraction.TooManyEventsException;
import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.receiver.identity.UnidentifiedEventException;
import java.nio.charset.StandardCharsets;

/** Checks what must be true of every event that was read from a delivery. */
public final class Readable {

    private static final String SAFE_SUMMARY = "[\\p{L}\\p{N} ._/@#:+·-]*";

    private static final String NO_EVENT = "(event [0-9]+ of the delivery: )?no events?[ :].*";

    private Readable() {}

    /** Reads the delivery. The result is a valid event or the exception that means 400. */
    public static void check(Source source, Delivery delivery) {
        try {
            source.events(delivery).forEach(event -> check(event));
        } catch (UnidentifiedEventException e) {
            assertThat(e).message().matches(NO_EVENT);
        } catch (TooManyEventsException e) {
            assertThat(e).message().isNotEmpty();
        }
    }

    public static void checkSummary(String summary) {
        assertThat(summary).matches(SAFE_SUMMARY).doesNotContain("//");
        assertThat(summary.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(400);
    }

    private static void check(ExtractedEvent event) {
        assertThat(event.id().value()).matches("shop:[!-~]{1,200}");
        assertThat(event.type()).matches("shop\\.[A-Za-z0-9._-]{1,100}");
        checkSummary(event.summary());
    }
}
