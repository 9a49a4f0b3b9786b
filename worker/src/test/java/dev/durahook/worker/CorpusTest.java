package dev.durahook.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.testsupport.Shared;
import dev.durahook.workflows.EventBody;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.RawValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real deliveries on their way from receiver to worker. */
class CorpusTest {

    private static final DataConverter CONVERTER = DefaultDataConverter.newDefaultInstance();

    static Stream<Path> deliveries() {
        return Stream.of("github", "stripe", "multi").flatMap(Shared::corpus);
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void bytesArriveAsTheyWereSent(Path file) throws IOException {
        byte[] sent = Files.readAllBytes(file);
        Payload stored = CONVERTER.toPayload(EventBody.of(sent)).orElseThrow();
        assertThat(EventBody.bytes(CONVERTER.fromPayload(stored, RawValue.class, RawValue.class)))
                .isEqualTo(sent);
        if (file.toString().endsWith(".json")) {
            assertThat(stored.getMetadataOrThrow("encoding").toStringUtf8()).isEqualTo("json/plain");
            assertThat(CONVERTER.fromPayload(stored, JsonNode.class, JsonNode.class))
                    .isNotEmpty();
        }
    }
}
