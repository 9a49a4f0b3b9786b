package dev.durahook.examples.github;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.examples.github.GithubPush.GithubPushWorkflow;
import dev.durahook.examples.github.GithubPush.Push;
import dev.durahook.examples.github.GithubPush.UnreliableChatActivities;
import dev.durahook.testing.processing.TestPolicy;
import dev.durahook.testing.processing.TestWorker;
import dev.durahook.testsupport.Shared;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GithubPushTest {

    private static final String PUSH = """
            {"ref": "refs/heads/main", "before": "6113728f", "commits": [{"id": "a", "added": []}, {"id": "b"}],
             "repository": {"id": 1, "full_name": "acme/shop"}, "pusher": {"name": "alice"}}
            """;

    @Test
    void chatIsToldAtTheThirdAttempt() {
        try (TestWorker worker = TestWorker.of(GithubPushWorkflow.class, new UnreliableChatActivities())
                .under("webhook", TestPolicy.attempts(6).initialInterval(ofSeconds(1)))) {
            worker.process("github.push", PUSH)
                    .assertCompleted("told the chat: 2 commits to refs/heads/main of acme/shop")
                    .assertAttempts("tell_chat", 3)
                    .assertDelays(ofSeconds(1), ofSeconds(2));
        }
    }

    static Stream<Path> pushes() {
        return Shared.corpus("github").filter(file -> file.toString().contains("push"));
    }

    @ParameterizedTest
    @MethodSource("pushes")
    void realPushesAreUnderstood(Path file) throws IOException {
        Push push = new ObjectMapper().readValue(file.toFile(), Push.class);
        assertThat(push.message()).matches("\\d+ commits to refs/\\S+ of \\S+/\\S+");
    }
}
