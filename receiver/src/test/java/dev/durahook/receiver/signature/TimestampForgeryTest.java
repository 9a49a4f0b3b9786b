package dev.durahook.receiver.signature;

import static dev.durahook.receiver.signature.Refusals.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.ingest.WayIn;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A signature is valid while its timestamp is within the tolerance, and for no other timestamp. */
class TimestampForgeryTest {

    private static final String WITH_TIMESTAMP = "dev.durahook.receiver.signature.Senders#withTimestamp";

    @ParameterizedTest
    @MethodSource(WITH_TIMESTAMP)
    void timestampAtTheEdgeOfTheTolerance(Sender sender) {
        for (long skew : new long[] {sender.tolerance(), -sender.tolerance()}) {
            Source source = sender.source(later(skew), sender.secret());
            assertThat(source.verify(sender.request().delivery())).isEqualTo(new Verified(0));
        }
    }

    @ParameterizedTest
    @MethodSource(WITH_TIMESTAMP)
    void oldTimestamp(Sender sender) {
        long age = sender.tolerance() + 312;
        Source source = sender.source(later(age), sender.secret());
        WayIn.refuses(source, sender.request().delivery());
        assertThat(source.verify(sender.request().delivery()))
                .isEqualTo(new Rejected(
                        Rejection.TIMESTAMP_OUT_OF_TOLERANCE,
                        "timestamp " + age + " s old, tolerance " + sender.tolerance() + " s"));
    }

    @ParameterizedTest
    @MethodSource(WITH_TIMESTAMP)
    void timestampInTheFuture(Sender sender) {
        long skew = sender.tolerance() + 1;
        Source source = sender.source(later(-skew), sender.secret());
        WayIn.refuses(source, sender.request().delivery());
        assertThat(source.verify(sender.request().delivery()))
                .isEqualTo(new Rejected(
                        Rejection.TIMESTAMP_OUT_OF_TOLERANCE,
                        "timestamp " + skew + " s ahead, tolerance " + sender.tolerance() + " s"));
    }

    @ParameterizedTest
    @MethodSource(WITH_TIMESTAMP)
    void timestampThatIsNotANumber(Sender sender) {
        for (String text :
                new String[] {"", "x", "-1", "+1", "1e9", "0x10", " ", "1.5", "١٢٣", "9".repeat(20), "9".repeat(5000)
                }) {
            Request changed = withTimestamp(sender, text);
            rejected(sender, changed.delivery(), Rejection.SIGNATURE_MALFORMED);
        }
    }

    @ParameterizedTest
    @MethodSource(WITH_TIMESTAMP)
    void timestampRenewed(Sender sender) {
        InstantSource muchLater = later(2 * sender.tolerance() + 7200);
        Request renewed = withTimestamp(sender, sender.timestamp().apply(muchLater.instant()));
        WayIn.refuses(sender.source(muchLater, sender.secret()), renewed.delivery());
        assertThat(sender.source(muchLater, sender.secret()).verify(renewed.delivery()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(Rejection.SIGNATURE_MISMATCH));
    }

    private static Request withTimestamp(Sender sender, String timestamp) {
        Request changed = sender.request();
        String now = sender.timestamp().apply(Declaration.NOW.instant());
        for (String name : sender.headers().keySet()) {
            changed = changed.withHeader(name, changed.header(name).replace(now, timestamp));
        }
        return changed;
    }

    private static InstantSource later(long seconds) {
        Instant then = Declaration.NOW.instant().plusSeconds(seconds);
        return InstantSource.fixed(then);
    }
}
