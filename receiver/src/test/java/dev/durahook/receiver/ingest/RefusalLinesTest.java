package dev.durahook.receiver.ingest;

import static dev.durahook.receiver.ingest.Signed.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.durahook.testsupport.LogLines;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Refusals over HTTP are logged with their reasons, in at most one line a minute for each source. */
class RefusalLinesTest {

    private static final int TIMES = 20;

    @RegisterExtension
    final LogLines lines = LogLines.of("dev.durahook.receiver.refusals").at(Level.INFO);

    private final ReceiverOverHttp receiver = ReceiverOverHttp.of(
            "github: {scheme: github, secrets: [" + SECRET + "], max-body-size: 100B, media-types: application/json}",
            "meta: {scheme: meta, secrets: [" + SECRET + "]}");

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void everyRefusalIsSummedUp() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            refuse(401, json("/webhooks/github").statusCode());
            refuse(404, receiver.post("/webhooks/no-such-source-" + i, "{}").statusCode());
            refuse(405, receiver.send("PUT", "/webhooks/github", "").statusCode());
            refuse(413, receiver.post("/webhooks/github", " ".repeat(101)).statusCode());
            refuse(
                    415,
                    receiver.post("/webhooks/github", "{}", "Content-Type", "text/x-" + i)
                            .statusCode());
            refuse(
                    415,
                    receiver.post(
                                    "/webhooks/github",
                                    "{}",
                                    "Content-Encoding",
                                    "gzip",
                                    "Content-Type",
                                    "application/json")
                            .statusCode());
            refuse(
                    401,
                    receiver.get("/webhooks/meta?hub.mode=subscribe&hub.challenge=1&hub.verify_token=" + i)
                            .statusCode());
        }
        assertThat(lines.messages()).hasSize(3).allMatch(line -> line.startsWith("Refused 1 delivery to source "));

        receiver.close();

        assertThat(lines.messages()).hasSize(6).noneMatch(line -> line.matches(".*(no-such-source|text/x-|x-1|xxx).*"));
        assertThat(last("github"))
                .contains(
                        "19 x 401 signature-missing (header X-Hub-Signature-256 is missing)",
                        "20 x 405 method-not-allowed",
                        "20 x 413 body-too-large (the limit is 100 bytes)",
                        "20 x 415 media-type-not-accepted",
                        "20 x 415 content-encoding-not-accepted");
        assertThat(last("unknown")).contains("19 x 404 unknown-source");
        assertThat(last("meta"))
                .contains("19 x 401 verify-token-undeclared (durahook.sources.meta.verify-token is missing");
    }

    private HttpResponse<String> json(String path) throws Exception {
        return receiver.post(path, "{}", "Content-Type", "application/json");
    }

    private static void refuse(int expected, int status) {
        assertThat(status).isEqualTo(expected);
    }

    private String last(String source) {
        return lines.messages().stream()
                .filter(line -> line.contains("to source " + source + " since the line before"))
                .reduce((one, next) -> next)
                .orElseThrow();
    }
}
