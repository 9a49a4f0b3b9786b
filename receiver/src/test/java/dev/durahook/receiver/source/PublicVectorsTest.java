package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.configuration.InvalidSourceException;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Accepts the deliveries that providers published as genuine, and rejects those published as forged. */
class PublicVectorsTest {

    @TestFactory
    Stream<DynamicContainer> everyVectorHasItsVerdict() throws IOException {
        List<Vector> vectors = Vector.all();
        return vectors.stream()
                .map(Vector::scheme)
                .distinct()
                .filter(VectorDeclaration::isPossible)
                .map(scheme -> DynamicContainer.dynamicContainer(scheme, tests(vectors, scheme)));
    }

    @Test
    void noVectorIsPassedOverBecauseASchemeWasRenamed() throws IOException {
        assertThat(Vector.all().stream()
                        .map(Vector::scheme)
                        .filter(VectorDeclaration::isPossible)
                        .distinct())
                .contains("github", "stripe", "standard-webhooks", "hmac-generic", "svix", "openai", "shopify", "slack")
                .contains("paddle", "square", "twitch-eventsub", "gitea", "gogs", "bitbucket-server", "bitbucket-cloud")
                .contains("twitter", "razorpay", "gocardless", "coinbase-commerce", "nylas", "jira", "adyen-raw")
                .contains("standard-webhooks-ed25519", "svix-ed25519", "sendgrid")
                .contains("twilio", "adyen", "messagebird-jwt", "aws-sns", "paypal", "vonage-sig");
    }

    private static Stream<DynamicTest> tests(List<Vector> vectors, String scheme) {
        return vectors.stream()
                .filter(vector -> vector.scheme().equals(scheme))
                .map(vector -> DynamicTest.dynamicTest(
                        vector.toString(), () -> assertThat(accepted(vector)).isEqualTo(vector.valid())));
    }

    // An invalid secret stops the start, so nothing is accepted with such a secret.
    private static boolean accepted(Vector vector) {
        try {
            Source source =
                    Declaration.source(VectorDeclaration.of(vector), VectorKeys.clock(vector), VectorKeys.of(vector));
            return source.verify(VectorKeys.delivery(vector)) instanceof Verified;
        } catch (InvalidSourceException e) {
            assertThat(e.key()).isEqualTo("durahook.sources.vector.secrets[0]");
            return false;
        }
    }
}
