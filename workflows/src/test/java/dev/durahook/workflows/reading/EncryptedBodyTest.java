package dev.durahook.workflows.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.durahook.workflows.processing.FailedWorkflowTest;
import dev.durahook.workflows.processing.UnreadableBodyTest;
import dev.durahook.workflows.shop.Deploys;
import io.temporal.api.common.v1.Payload;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.payload.codec.PayloadCodec;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The application encrypts all payloads that it stores in Temporal. */
class EncryptedBodyTest {

    private static final String TYPE = "shop.order";
    private static final String BODY = "{\"id\": \"seven\",\n \"more\": 1}";

    private final Reversing codec = new Reversing();
    private final Deploys shop =
            new Deploys(new CodecDataConverter(DefaultDataConverter.newDefaultInstance(), List.of(codec), true));

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void bodyOfAFailedWorkflowReachesTheNextRunUnchanged() {
        shop.deploy(FailedWorkflowTest.Refusing.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        assertThat(shop.parked(event)).contains("`no such customer` (`Refused`)");
        shop.deploy(FailedWorkflowTest.Corrected.class);
        event.signal("retry");
        assertThat(event.getResult(String.class)).isEqualTo(BODY);
    }

    @Test
    void failureOfAFailedWorkflowIsStoredNowhereInClear() {
        shop.deploy(FailedWorkflowTest.Refusing.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        assertThat(shop.parked(event)).contains("`no such customer` (`Refused`)");
        assertThat(shop.everyRun("shop:1").toString()).doesNotContain("no such customer");
    }

    @Test
    void fieldOfAnUnreadableBodyIsNamed() {
        shop.deploy(UnreadableBodyTest.Numbers.class);
        assertThat(shop.parked(shop.deliver(TYPE, BODY))).contains("the field $.id can't be read as long");
    }

    @Test
    void bodyThatTemporarilyCanNotBeDecryptedIsReadAtTheNextTry() {
        shop.deploy(UnreadableBodyTest.Texts.class);
        codec.hasKey = false;
        WorkflowStub event = shop.deliver(TYPE, BODY);
        shop.awaitFailedTask("shop:1");
        codec.hasKey = true;
        assertThat(event.getResult(String.class)).isEqualTo("order seven");
    }

    /** A reversible change of the bytes, in place of an encryption. */
    private static final class Reversing implements PayloadCodec {

        private volatile boolean hasKey = true;

        @Override
        public List<Payload> encode(List<Payload> payloads) {
            return payloads.stream()
                    .map(payload -> Payload.newBuilder()
                            .putMetadata("encoding", ByteString.copyFromUtf8("binary/reversed"))
                            .setData(reversed(payload.toByteString()))
                            .build())
                    .toList();
        }

        @Override
        public List<Payload> decode(List<Payload> payloads) {
            return payloads.stream().map(this::decode).toList();
        }

        private Payload decode(Payload payload) {
            if (!hasKey) {
                throw new IllegalStateException("the key is away");
            }
            try {
                return Payload.parseFrom(reversed(payload.getData()));
            } catch (com.google.protobuf.InvalidProtocolBufferException e) {
                throw new IllegalArgumentException(e);
            }
        }

        private static ByteString reversed(ByteString data) {
            byte[] bytes = new byte[data.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = data.byteAt(bytes.length - 1 - i);
            }
            return ByteString.copyFrom(bytes);
        }
    }
}
