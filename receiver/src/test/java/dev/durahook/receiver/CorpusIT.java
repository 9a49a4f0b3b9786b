package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Shared;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.history.v1.WorkflowExecutionStartedEventAttributes;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Real payloads: each starts one workflow with the right ID, whose body is the bytes that were sent. */
@RequiresTemporal
class CorpusIT {

    private static TemporalServer temporal;
    private static RunningReceiver receiver;

    @BeforeAll
    static void start() {
        temporal = TemporalServer.start();
        receiver = RunningReceiver.on(temporal.target());
    }

    @AfterAll
    static void stop() {
        receiver.close();
        temporal.close();
    }

    @Test
    void everyGithubPayloadBecomesOneWorkflow() throws Exception {
        List<Path> payloads = Shared.corpus("github").toList();
        Sender sender = receiver.sender();

        for (int i = 0; i < payloads.size(); i++) {
            String type = payloads.get(i).getParent().getFileName().toString();
            byte[] body = Files.readAllBytes(payloads.get(i));
            HttpResponse<String> answer = sender.send("github", "corpus-" + i, type, body);

            assertThat(answer.statusCode()).as(payloads.get(i).toString()).isEqualTo(202);
            assertStored("github:corpus-" + i, "github." + type, body, "json/plain");
        }
        assertThat(payloads).hasSizeGreaterThan(250);
        temporal.workflows().awaitCount("WorkflowId STARTS_WITH 'github:corpus-'", payloads.size());
    }

    static Stream<Arguments> bodies() {
        byte[] large = ("{\"x\":\"" + "ä".repeat(950_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        byte[] binary = new byte[4_096];
        for (int i = 0; i < binary.length; i++) {
            binary[i] = (byte) i;
        }
        return Stream.of(
                Arguments.of("non-ascii", utf8("{\"name\":\"Zoë 日本 🎉\"}"), "json/plain"),
                Arguments.of("crlf", utf8("{\r\n\t\"a\" : 1 ,\r\n \"a\": 2.50 }\r\n"), "json/plain"),
                Arguments.of("large", large, "json/plain"),
                Arguments.of("every-byte", binary, "binary/plain"),
                Arguments.of("not-json", utf8("payload=%7B%7D&a=1"), "binary/plain"),
                Arguments.of("invalid-utf8", new byte[] {'"', (byte) 0xC3, '"'}, "binary/plain"),
                Arguments.of("half-json", utf8("{\"a\":"), "binary/plain"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void theStoredBodyIsTheBytesThatWereSent(String id, byte[] body, String encoding) throws Exception {
        assertThat(receiver.sender().send("github", id, "push", body).statusCode())
                .isEqualTo(202);

        assertStored("github:" + id, "github.push", body, encoding);
    }

    private static void assertStored(String id, String type, byte[] body, String encoding) {
        WorkflowExecutionStartedEventAttributes started =
                temporal.workflows().history(id).get(0).getWorkflowExecutionStartedEventAttributes();
        Payload payload = started.getInput().getPayloads(1);

        assertThat(started.getWorkflowType().getName()).isEqualTo(type);
        assertThat(Arrays.equals(payload.getData().toByteArray(), body))
                .as("same bytes")
                .isTrue();
        assertThat(payload.getMetadataOrThrow("encoding").toStringUtf8()).isEqualTo(encoding);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
