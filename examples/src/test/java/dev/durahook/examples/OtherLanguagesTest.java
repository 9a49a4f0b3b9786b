package dev.durahook.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples in other languages read only fields of the event that the JSON Schema of all languages has. */
class OtherLanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    typescript/src/events.ts | (?s)interface WebhookEvent \\{(.*?)} | (?m)^  (\\w+)\\??:
                    go/worker.go | (?s)type Event struct \\{(.*?)\\n} | json:"(\\w+)"
                    python/worker.py | (?s)(.*) | event\\["(\\w+)"]
                    """)
    void fieldsOfTheEventAreInTheSchema(Path file, String event, String field) throws IOException {
        List<String> read =
                matches(field, matches(event, Files.readString(file)).get(0));
        assertThat(read).contains("id");
        assertThat(fields()).containsAll(read);
    }

    private static Set<String> fields() throws IOException {
        Set<String> names = new TreeSet<>();
        new ObjectMapper()
                .readTree(Path.of("../docs/webhook-event.schema.json").toFile())
                .path("properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
