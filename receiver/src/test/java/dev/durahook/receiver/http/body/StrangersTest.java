package dev.durahook.receiver.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.RunningReceiver;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.http.RawAnswer;
import dev.durahook.testsupport.http.RawHttp;
import dev.durahook.testsupport.http.UnsentBodies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the reader of deliveries reads a body, for every method, path and media type. */
class StrangersTest {

    private static final Set<String> DECLARED = Set.of("/webhooks/github", "/webhook", "/webhook/", "/webhooks");

    @TempDir
    private static Path folder;

    private static FakeFrontend frontend;
    private static RunningReceiver receiver;

    @BeforeAll
    static void start() {
        frontend = FakeFrontend.start();
        receiver = RunningReceiver.on(
                frontend.target(),
                "--server.tomcat.basedir=" + folder,
                // The least strict configuration that an operator can write.
                "--management.endpoints.web.exposure.include=*",
                "--management.endpoint.shutdown.access=unrestricted");
    }

    @AfterAll
    static void stop() {
        receiver.close();
        frontend.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webhooks/github",
                "/webhooks/nobody",
                "/webhook",
                "/webhook/",
                "/webhooks",
                "/",
                "/upload",
                "/error",
                "/actuator/health",
                "/actuator/loggers/root",
                "/actuator/shutdown"
            })
    void bodyOfARequestThatIsNotADeliveryIsNotAwaited(String path) throws IOException {
        SoftAssertions answers = new SoftAssertions();
        for (String request : requests(path)) {
            try (RawHttp http = new RawHttp(receiver.port())) {
                RawAnswer answer = http.send(request).head();
                answers.assertThat(answer.status()).as(request).isIn(400, 404, 405, 413, 415, 501);
                answers.assertThat(answer.header("Content-Type")).as(request).hasValue("application/problem+json");
            }
        }
        answers.assertAll();
    }

    @Test
    void nothingIsWrittenToDisk() throws IOException {
        String part = "--x\nContent-Disposition: form-data; name=f; filename=f\n\n" + "a".repeat(200_000) + "\n--x--\n";
        for (String path : List.of("/upload", "/error", "/webhooks/nobody", "/actuator/health")) {
            RawAnswer answer = RawHttp.ask(
                    receiver.port(),
                    "POST " + path + " HTTP/1.1\nHost: localhost\nConnection: close\n"
                            + "Content-Type: multipart/form-data; boundary=x\nContent-Length: "
                            + part.replace("\n", "\r\n").length() + "\n\n" + part);
            assertThat(answer.status()).isEqualTo(404);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private static List<String> requests(String path) {
        List<String> all = path.equals("/webhooks/github") ? UnsentBodies.every(path) : UnsentBodies.to(path);
        return all.stream().filter(request -> !isDelivery(path, request)).toList();
    }

    // The body of a POST to a declared source is awaited, unless it is announced as too large.
    private static boolean isDelivery(String path, String request) {
        return DECLARED.contains(path)
                && request.startsWith("POST ")
                && !request.contains("Content-Length: 99999999999");
    }
}
