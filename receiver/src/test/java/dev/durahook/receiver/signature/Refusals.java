package dev.durahook.receiver.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.ingest.WayIn;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict.Rejected;
import java.util.Set;

/**
 * Requests that a source does not verify: they are rejected for a reason, answered 401, and nothing of them is stored.
 */
final class Refusals {

    private Refusals() {}

    static void rejected(Sender sender, Delivery delivery, Rejection reason) {
        Source source = sender.source(sender.secret());
        WayIn.refuses(source, delivery);
        assertThat(source.verify(delivery)).isInstanceOfSatisfying(Rejected.class, verdict -> {
            if (reason != null) {
                assertThat(verdict.reason()).as(verdict.detail()).isEqualTo(reason);
            }
            assertThat(verdict.detail()).doesNotContain(sender.secret()).isNotBlank();
        });
    }

    /** The same for a request with so many headers that it may be refused for its size. */
    static void rejectedForItsSize(Sender sender, Delivery delivery) {
        WayIn.refuses(sender.source(sender.secret()), delivery, Set.of(401, 431));
        assertThat(sender.source(sender.secret()).verify(delivery))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(Rejection.SIGNATURE_MALFORMED));
    }

    static void refused(Source source, Delivery delivery, String what) {
        assertThat(source.verify(delivery)).as(what).isInstanceOf(Rejected.class);
        WayIn.refuses(source, delivery);
    }

    // The reason depends on the scheme: if the header contains only the signature, its length is wrong.
    static void rejectedForItsForm(Sender sender, Delivery delivery) {
        Source source = sender.source(sender.secret());
        WayIn.refuses(source, delivery);
        assertThat(source.verify(delivery))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        verdict -> assertThat(verdict.reason())
                                .isIn(Rejection.SIGNATURE_LENGTH, Rejection.SIGNATURE_MALFORMED));
    }
}
