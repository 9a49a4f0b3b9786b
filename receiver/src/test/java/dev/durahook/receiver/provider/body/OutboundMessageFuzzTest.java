package dev.durahook.receiver.provider.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.receiver.provider.content.SignedJson;
import dev.durahook.receiver.verification.NotVerifiedException;

/** Any bytes are a message of Salesforce, or are refused. */
class OutboundMessageFuzzTest {

    /**
     * The texts that are read from a message have together at most the length of its XML: an entity that expands to a
     * long text, or to the content of a file, is never resolved.
     */
    @FuzzTest(maxDuration = "5m")
    void outboundMessage(byte[] sent) {
        try {
            OutboundMessage message = OutboundMessage.read(sent);
            assertThat(message.organization()).isNotNull();
            assertThat(SignedJson.of(message.json()).path("notifications").size())
                    .isPositive();
            assertThat(textsIn(SignedJson.of(message.json()))).isLessThanOrEqualTo(sent.length);
        } catch (NotVerifiedException e) {
            assertThat(e).message().isNotEmpty();
        }
    }

    private static int textsIn(JsonNode node) {
        return node.isContainerNode()
                ? node.valueStream().mapToInt(OutboundMessageFuzzTest::textsIn).sum()
                : node.asText("").length();
    }
}
