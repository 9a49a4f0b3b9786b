package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.EventBody;
import io.temporal.activity.Activity;
import io.temporal.activity.DynamicActivity;
import io.temporal.common.converter.EncodedValues;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Records the histories of events whose destination is an activity on other workers, for the replay tests of the
 * workflows. Run it only for a history that is missing: {@code mvn test -pl worker -am -Dtest=ActivityHistoryRecorder
 * -Dsurefire.failIfNoSpecifiedTests=false}. A recorded history is never recorded again.
 */
class ActivityHistoryRecorder {

    private static final Path HISTORIES = Path.of("../workflows/src/test/resources/histories");
    private static final int LARGER_THAN_AN_ARGUMENT = 65_600;

    @Test
    void record() throws IOException {
        try (TemporalServer server =
                        TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
                RunningWorker worker = start(server)) {
            WorkerFactory team = WorkerFactory.newInstance(server.client());
            team.newWorker("team").registerActivitiesImplementations((DynamicActivity) ActivityHistoryRecorder::score);
            team.start();
            write(server, "activity-succeeded", ended(deliver(server, "test.one", "{}")));
            Event refused = deliver(server, "test.one", "no JSON");
            refused.parked();
            refused.signal("discard", "enough");
            write(server, "activity-parked-and-discarded", ended(refused));
            String large = "\"" + "a".repeat(LARGER_THAN_AN_ARGUMENT) + "\"";
            write(server, "activities-with-a-large-body", ended(deliver(server, "test.both", large)));
            team.shutdownNow();
            assertThat(worker.failedWorkflowTasks()).isZero();
        }
    }

    private static RunningWorker start(TemporalServer server) {
        return RunningWorker.start(
                server,
                List.of(),
                "durahook.destinations.score.kind=activity",
                "durahook.destinations.score.activity=score_order",
                "durahook.destinations.score.task-queue=team",
                "durahook.destinations.score.policy=quick",
                "durahook.destinations.audit.kind=activity",
                "durahook.destinations.audit.activity=audit",
                "durahook.destinations.audit.task-queue=team",
                "durahook.routes.one.event-types=test.one",
                "durahook.routes.one.destinations=score",
                "durahook.routes.both.event-types=test.both",
                "durahook.routes.both.destinations=score,audit");
    }

    private static String score(EncodedValues arguments) {
        String body = new String(EventBody.bytes(arguments.get(1, RawValue.class)), StandardCharsets.UTF_8);
        if (body.equals("no JSON")) {
            throw ApplicationFailure.newFailure("attempt " + attempt() + " failed", "NotJson");
        }
        return "score 20";
    }

    private static int attempt() {
        return Activity.getExecutionContext().getInfo().getAttempt();
    }

    private static Event deliver(TemporalServer server, String type, String body) {
        return RunningWorker.deliver(server.client(), type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Event ended(Event event) {
        event.outcome();
        return event;
    }

    private static void write(TemporalServer server, String name, Event event) throws IOException {
        Path file = HISTORIES.resolve(name + ".json");
        if (Files.notExists(file)) {
            Files.writeString(file, server.client().fetchHistory(event.id()).toJson(true) + "\n");
        }
    }
}
