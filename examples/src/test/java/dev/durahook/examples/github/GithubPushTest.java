package dev.durahook.examples.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.examples.TestWorker;
import dev.durahook.examples.github.GithubPush.GithubPushWorkflow;
import dev.durahook.examples.github.GithubPush.Push;
import dev.durahook.examples.github.GithubPush.UnreliableChatActivities;
import dev.durahook.testsupport.Shared;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
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
        try (TestWorker worker = TestWorker.of(GithubPushWorkflow.class, new UnreliableChatActivities())) {
            WorkflowStub workflow = worker.deliver("github.push", PUSH);
            assertThat(workflow.getResult(String.class))
                    .isEqualTo("told the chat: 2 commits to refs/heads/main of acme/shop");
            assertThat(attempts(worker.history(workflow))).isEqualTo(3);
        }
    }

    private static int attempts(WorkflowExecutionHistory history) {
        return history.getEvents().stream()
                .filter(event -> event.hasActivityTaskStartedEventAttributes())
                .mapToInt(event -> event.getActivityTaskStartedEventAttributes().getAttempt())
                .sum();
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
