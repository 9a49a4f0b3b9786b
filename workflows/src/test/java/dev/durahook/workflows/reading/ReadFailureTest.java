package dev.durahook.workflows.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.google.protobuf.ByteString;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.payload.context.ActivitySerializationContext;
import io.temporal.payload.context.SerializationContext;
import io.temporal.payload.context.WorkflowSerializationContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReadFailureTest {

    private static final DataConverter CONVERTER = DefaultDataConverter.newDefaultInstance();
    private static final String CANARY = "canary-7f3a";

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Order(long id, List<Line> lines, Map<String, Integer> stock, Color color, Instant at, Email email) {}

    record Line(int count) {}

    enum Color {
        RED
    }

    record Email(String address) {
        @JsonCreator
        Email {
            if (!address.contains("@")) {
                throw new IllegalArgumentException("'" + address + "' is no address");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id': 'canary-7f3a'}|the field $.id can't be read as long",
                "{'id': {'canary-7f3a': 1}}|the field $.id can't be read as long",
                "{'id': 123456789012345678901234567890}|the field $.id can't be read: com.fasterxml.jackson.core.exc.InputCoercionException",
                "{'lines': [{'count': 1}, {'count': 'canary-7f3a'}]}|the field $.lines[1].count can't be read as int",
                "{'lines': [{'canary': 'canary-7f3a'}]}|Line does not declare the field $.lines[0].canary. Annotate the type with @JsonIgnoreProperties(ignoreUnknown = true) to ignore unknown fields",
                "{'lines': 'canary-7f3a'}|the field $.lines can't be read as ArrayList",
                "{'stock': {'canary-7f3a': 'x'}}|the field $.stock[*] can't be read as Integer",
                "{'color': 'canary-7f3a'}|the field $.color can't be read as Color",
                "{'at': 'canary-7f3a'}|the field $.at can't be read as Instant: java.time.format.DateTimeParseException",
                "{'email': {'address': 'canary-7f3a'}}|the field $.email can't be read as Email: java.lang.IllegalArgumentException",
                "['canary-7f3a']|the body can't be read as Order",
                "{'id': canary-7f3a}|the body is not valid JSON: line 1, column 8"
            })
    void fieldIsNamedAndNothingIsQuoted(String json, String expected) {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        Throwable failure = catchThrowable(() -> CONVERTER.fromPayload(payload(body), Order.class, Order.class));
        assertThat(ReadFailure.of(failure, Order.class)).isEqualTo(expected).doesNotContain(CANARY);
    }

    /** Has no constructor that Jackson knows. */
    static final class Sealed {

        private final String text;

        Sealed(String text, int length) {
            this.text = text + length;
        }
    }

    /** Has a field of a type that Jackson can't make. */
    record Letter(Sealed content) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"content\": \"canary-7f3a\"}|the field $.content",
                "{\"content\": {\"text\": \"canary-7f3a\"}}|the field $.content"
            })
    void typeThatNoJsonCanBeReadAsIsBlamed(String json, String expected) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        Throwable failure = catchThrowable(() -> CONVERTER.fromPayload(payload(body), Letter.class, Letter.class));
        assertThat(ReadFailure.of(failure, Letter.class))
                .isEqualTo(expected
                        + " can't be read as Sealed, because this type has no constructor or deserializer that Jackson can"
                        + " use");
    }

    @Test
    void argumentThatTakesAnyBytesIsNamed() {
        byte[] body = "{\"id\": 1}".getBytes(StandardCharsets.UTF_8);
        Throwable failure = catchThrowable(() -> CONVERTER.fromPayload(payload(body), String.class, String.class));
        assertThat(ReadFailure.ofArgument(failure, String.class))
                .isEqualTo("the body can't be read as String. Declare RawValue to accept any bytes");
    }

    @Test
    void bodyThatIsReadAsAnEventIsNamed() {
        byte[] body = "{\"id\": 1}".getBytes(StandardCharsets.UTF_8);
        Throwable failure =
                catchThrowable(() -> CONVERTER.fromPayload(payload(body), WebhookEvent.class, WebhookEvent.class));
        assertThat(ReadFailure.ofArgument(failure, WebhookEvent.class))
                .isEqualTo(
                        "the body can't be read as WebhookEvent. Declare the WebhookEvent as the first parameter of the"
                                + " workflow, and the body's type as the second");
    }

    static Stream<SerializationContext> contexts() {
        return Stream.of(
                new ActivitySerializationContext("default", "shop:1", "shop.order", "book", "shop", false),
                new WorkflowSerializationContext("default", "shop:1"));
    }

    @ParameterizedTest
    @MethodSource("contexts")
    void otherUnreadableValueIsNotQuotedEither(SerializationContext context) {
        DataConverter converter = new EventDataConverter(CONVERTER).withContext(context);
        Payload order = payload("{\"id\": \"canary-7f3a\"}".getBytes(StandardCharsets.UTF_8));
        Optional<Payloads> orders =
                Optional.of(Payloads.newBuilder().addPayloads(order).build());
        Class<?>[] types = {Order.class};

        assertNotQuoted(() -> converter.fromPayload(order, Order.class, Order.class));
        assertNotQuoted(() -> converter.fromPayloads(0, orders, Order.class, Order.class));
        assertNotQuoted(() -> converter.fromPayloads(orders, types, types));
    }

    private static void assertNotQuoted(ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOf(DataConverterException.class)
                .hasMessage("the field $.id can't be read as long")
                .hasNoCause();
    }

    private static Payload payload(byte[] body) {
        return EventBody.of(body).getPayload().toBuilder()
                .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
                .build();
    }
}
