package dev.durahook.receiver.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.ingest.WayIn;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict.Rejected;
import java.util.Set;

/** What a sender's source does not verify: it is rejected for a reason, answered 401, and nothing of it is stored. */
final class Refusals {

    private Refusals() {}

    static void rejected(Sender sender, Delivery delivery, Rejection reason) {
        WayIn.refuses(sender.source(sender.secret()), delivery);
        assertThat(sender.source(sender.secret()).verify(delivery)).isInstanceOfSatisfying(Rejected.class, verdict -> {
            if (reason != null) {
                assertThat(verdict.reason()).as(verdict.detail()).isEqualTo(reason);
            }
            assertThat(verdict.detail()).doesNotContain(sender.secret()).isNotBlank();
        });
    }

    /** The same of a request with so many headers that it may be too large to be looked at. */
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

    // What of the form is wrong depends on the scheme: where the signature stands alone, its length.
    static void rejectedForItsForm(Sender sender, Delivery delivery) {
        WayIn.refuses(sender.source(sender.secret()), delivery);
        assertThat(sender.source(sender.secret()).verify(delivery))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        verdict -> assertThat(verdict.reason())
                                .isIn(Rejection.SIGNATURE_LENGTH, Rejection.SIGNATURE_MALFORMED));
    }
}
