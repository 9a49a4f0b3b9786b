package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.Shared;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DefaultDataConverter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests whose body is not JSON, or only in part. Each body is stored in Temporal unchanged. */
@RequiresTemporal
class NearlyJsonIT {

    private static TemporalServer temporal;
    private static RunningReceiver receiver;

    @BeforeAll
    static void start() {
        temporal = TemporalServer.start();
        receiver = RunningReceiver.on(
                temporal.target(),
                "--durahook.sources.github.secrets[1]=gh-secret-0123456789",
                "--durahook.sources.partner.scheme=custom",
                "--durahook.sources.partner.secrets=partner-secret-0123456789",
                "--durahook.sources.partner.custom.signature.header=X-Sig",
                "--durahook.sources.partner.custom.id.pointer=/id",
                "--durahook.sources.partner.custom.type.pointer=/type");
    }

    @AfterAll
    static void stop() {
        receiver.close();
        temporal.close();
    }

    @ParameterizedTest
    @CsvSource({
        "57-latin1-byte, partner:l1",
        "58-control-char, partner:cc1",
        "59-nan, partner:n1",
        "65-deep-1200, partner:deep1",
        "66-number-1200-digits, partner:num1"
    })
    void theEventIsFoundAndItsBytesAreKept(String request, String id) throws Exception {
        byte[] sent = Files.readAllBytes(Shared.cases().resolve(request + ".http"));

        assertThat(answer(sent)).startsWith("HTTP/1.1 202");
        Payload body = body(id);
        assertThat(body.getData().toByteArray()).isEqualTo(body(sent));
        assertThat(body.getMetadataOrThrow("encoding").toStringUtf8()).isEqualTo("binary/plain");
    }

    @Test
    void aTypedWorkflowReadsTheEventInAFormOfGitHub() throws Exception {
        Path request = Shared.cases().resolve("02-github-form.http");

        assertThat(answer(Files.readAllBytes(request))).startsWith("HTTP/1.1 202");
        Payload body = body("github:8e00b248-c81f-4c75-9098-1c1d8014a193");
        JsonNode event = DefaultDataConverter.STANDARD_INSTANCE.fromPayload(body, JsonNode.class, JsonNode.class);
        assertThat(event.path("ref").textValue()).isEqualTo("refs/heads/main");
        assertThat(body.getData().toStringUtf8()).isEqualTo("{\"ref\":\"refs/heads/main\",\"commits\":[]}");
    }

    // A client library would change the request, so the file is sent byte by byte.
    private static String answer(byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", receiver.port())) {
            socket.setSoTimeout((int) Await.PATIENCE.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Payload body(String workflowId) {
        return temporal.workflows()
                .history(workflowId)
                .get(0)
                .getWorkflowExecutionStartedEventAttributes()
                .getInput()
                .getPayloads(1);
    }

    private static byte[] body(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        return Arrays.copyOfRange(request, text.indexOf("\r\n\r\n") + 4, request.length);
    }
}
