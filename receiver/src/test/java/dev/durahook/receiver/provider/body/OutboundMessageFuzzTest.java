package dev.durahook.receiver.provider.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.receiver.provider.content.SignedJson;
import dev.durahook.receiver.verification.NotVerifiedException;

/** Any bytes are either read as an outbound message of Salesforce or refused as not verified. */
class OutboundMessageFuzzTest {

    /**
     * All texts of a message together are never longer than its XML. They would be longer if the parser resolved an
     * entity that stands for a long text or for the content of a file.
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
