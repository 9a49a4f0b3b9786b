package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.workflows.EventId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every payload that GitHub shows in its documentation. */
class GithubCorpusTest {

    private final Source github = Declaration.source("github: {scheme: github, secrets: [x]}");

    @TestFactory
    Stream<DynamicTest> everyPayloadIsIdentified() throws IOException {
        Path corpus = Shared.path("corpus/github");
        return Files.walk(corpus)
                .filter(Files::isRegularFile)
                .map(file -> DynamicTest.dynamicTest(corpus.relativize(file).toString(), () -> identify(file)));
    }

    private void identify(Path file) throws Exception {
        String event = file.getParent().getFileName().toString();
        byte[] body = Files.readAllBytes(file);

        ExtractedEvent identified =
                Deliveries.only(github, Deliveries.of(body, "X-GitHub-Delivery", "d1", "X-GitHub-Event", event));

        assertThat(identified.id()).isEqualTo(EventId.of("github", "d1"));
        assertThat(identified.type()).isEqualTo("github." + event);
        assertThat(identified.summary()).startsWith(event).doesNotContain("{", "}", "[", "]");
        assertThat(identified.summary().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(400);
    }
}
