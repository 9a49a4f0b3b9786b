package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The receiver's structured log, at the most detailed level. */
@RequiresTemporal
@ExtendWith(OutputCaptureExtension.class)
class StructuredLogsIT {

    private static final String MARKER = "marker-of-a-body";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static TemporalServer temporal;

    @BeforeAll
    static void start() {
        temporal = TemporalServer.start();
    }

    @AfterAll
    static void stop() {
        temporal.close();
        // Otherwise the setting would stay in force for the tests that follow.
        System.clearProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
    }

    @ParameterizedTest
    @CsvSource({"ecs, /durahook/event", "logstash, ''"})
    void eachLineIsJsonAndAnEventsLinesNameIt(String format, String place, CapturedOutput output) throws Exception {
        try (RunningReceiver receiver = RunningReceiver.on(
                temporal.target(),
                "--spring.main.banner-mode=off",
                "--logging.structured.format.console=" + format,
                "--logging.level.dev.durahook=trace")) {
            Sender sender = receiver.sender();
            sender.push(format, "{\"a\": \"" + MARKER + "\"}");
            sender.push(format, "{\"a\": \"" + MARKER + "\"}");
            sender.forged("github", "forged-" + format);
        }

        List<JsonNode> lines =
                output.getOut().lines().map(StructuredLogsIT::json).toList();
        assertThat(lines.stream().filter(line -> line.path("message").asText().contains("github:" + format)))
                .hasSize(2)
                .allSatisfy(line -> {
                    assertThat(field(line, place, "id")).isEqualTo("github:" + format);
                    assertThat(field(line, place, "type")).isEqualTo("github.push");
                    assertThat(field(line, place, "source")).isEqualTo("github");
                });
        assertThat(lines.stream().filter(line -> line.path("message").asText().contains("answered 401")))
                .singleElement()
                .satisfies(line -> {
                    assertThat(field(line, place, "source")).isEqualTo("github");
                    assertThat(line.toString()).doesNotContain("forged-");
                });
        assertThat(output.getAll()).doesNotContain(MARKER, RunningReceiver.SECRET);
    }

    // ECS has objects in objects, Logstash's layout names with full stops.
    private static String field(JsonNode line, String place, String name) {
        return (place.isEmpty() ? line.path("durahook.event." + name) : line.at(place + "/" + name)).asText();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }
}
