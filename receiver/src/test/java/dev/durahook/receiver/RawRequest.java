package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.Shared;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A request of the shared cases, sent unchanged. */
final class RawRequest {

    private final byte[] bytes;

    private RawRequest(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The case whose file name begins with this text; skips the test if the cases are missing. */
    static RawRequest of(String name) throws IOException {
        try (Stream<Path> files = Files.list(Shared.cases())) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().startsWith(name + "-"))
                    .toList();
            assertThat(found).as("the case " + name).hasSize(1);
            return new RawRequest(Files.readAllBytes(found.get(0)));
        }
    }

    /** The answer to the request. */
    Answer sendTo(int port) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout((int) Await.PATIENCE.toMillis());
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            String[] parts =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\r\n\r\n", 2);
            return new Answer(Integer.parseInt(parts[0].split(" ")[1]), new ObjectMapper().readTree(parts[1]));
        }
    }

    /**
     * The answer of the receiver.
     *
     * @param status the HTTP status
     * @param body the JSON
     */
    record Answer(int status, JsonNode body) {

        /** The IDs of the events that are stored. */
        List<String> ids() {
            return body.has("eventId")
                    ? List.of(body.get("eventId").asText())
                    : StreamSupport.stream(body.path("eventIds").spliterator(), false)
                            .map(JsonNode::asText)
                            .toList();
        }
    }
}
