package dev.durahook.receiver.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.ingest.WayIn;
import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.keys.https.Fetch;
import dev.durahook.receiver.source.Declaration;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The receiver confirms a subscription only to a declared topic of Amazon SNS, and does not begin a subscription again
 * that has ended.
 */
class SnsSubscriptionTest {

    private static final String CONFIRM = "https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn="
            + KeyProviders.TOPIC + "&Token=2336412f37";

    private final List<URI> visited = new ArrayList<>();
    private final WayIn way = way(externalKeys());
    private boolean isDown;

    @Test
    void isConfirmedWhenItWasVerified() throws Exception {
        assertThat(post("SubscriptionConfirmation", KeyProviders.TOPIC, CONFIRM, "sns"))
                .isEqualTo(200);
        assertThat(confirmed()).containsExactly(URI.create(CONFIRM));
        assertThat(way.stored()).isZero();
    }

    /** Else strangers at another source could hold the threads of all. */
    @Test
    void isConfirmedByFetchesOfItsSourceAlone() throws Exception {
        ExternalKeys own = externalKeys();
        Fetch shared = new Fetch() {
            @Override
            public byte[] of(URI address, byte @Nullable [] json) throws IOException {
                throw new IOException("other sources fetch in the same way");
            }

            @Override
            public Fetch forSource() {
                return own.fetch();
            }
        };
        Sent sent = KeyProviders.snsConfirmation("SubscriptionConfirmation", KeyProviders.TOPIC, CONFIRM, "sns");
        assertThat(way(new ExternalKeys(shared, own.trust()))
                        .post(sent.delivery())
                        .getStatus())
                .isEqualTo(200);
        assertThat(confirmed()).containsExactly(URI.create(CONFIRM));
    }

    @Test
    void isNotConfirmedForAStranger() throws Exception {
        assertThat(post("SubscriptionConfirmation", KeyProviders.TOPIC, CONFIRM, "another"))
                .isEqualTo(401);
        assertThat(confirmed()).isEmpty();
    }

    @Test
    void isNotConfirmedToATopicThatIsNotDeclared() throws Exception {
        assertThat(post("SubscriptionConfirmation", KeyProviders.TOPIC + "2", CONFIRM, "sns"))
                .isEqualTo(401);
        assertThat(visited).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/?Action=ConfirmSubscription&TopicArn=a&Token=1",
                "http://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=a&Token=1",
                "https://sns.eu-central-1.amazonaws.com/?Action=DeleteTopic&TopicArn=a&Token=1"
            })
    void isConfirmedNowhereElse(String address) throws Exception {
        assertThat(post("SubscriptionConfirmation", KeyProviders.TOPIC, address, "sns"))
                .isEqualTo(401);
        assertThat(confirmed()).isEmpty();
    }

    @Test
    void isAskedForAgainWhenItCanNotBeConfirmed() throws Exception {
        isDown = true;
        assertThat(post("SubscriptionConfirmation", KeyProviders.TOPIC, CONFIRM, "sns"))
                .isEqualTo(503);
    }

    @Test
    void endsWithoutAVisitThatWouldBeginItAgain() throws Exception {
        assertThat(post("UnsubscribeConfirmation", KeyProviders.TOPIC, CONFIRM, "sns"))
                .isEqualTo(200);
        assertThat(confirmed()).isEmpty();
        assertThat(way.stored()).isZero();
    }

    private static WayIn way(ExternalKeys keys) {
        return new WayIn(Declaration.source(
                "shop: {scheme: aws-sns, secrets: ['" + KeyProviders.TOPIC + "']}", Declaration.NOW, keys));
    }

    private int post(String type, String topic, String address, String signer) throws Exception {
        return way.post(KeyProviders.snsConfirmation(type, topic, address, signer)
                        .delivery())
                .getStatus();
    }

    private List<URI> confirmed() {
        return visited.stream()
                .filter(address -> !address.getPath().endsWith(".pem"))
                .toList();
    }

    private ExternalKeys externalKeys() {
        ExternalKeys keys = KeyProviders.externalKeys("sns");
        return new ExternalKeys(
                (address, json) -> {
                    visited.add(address);
                    if (isDown && !address.getPath().endsWith(".pem")) {
                        throw new IOException("no route");
                    }
                    return keys.fetch().of(address, json);
                },
                keys.trust());
    }
}
