package dev.durahook.connection.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.connection.FaultyConnection;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.fault.FaultProxy;
import dev.durahook.testsupport.frontend.FakeFrontend;
import io.grpc.Status;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ServerWatchTest {

    @RegisterExtension
    final FaultyConnection connection =
            FaultyConnection.with(options -> options.setConnectionBackoffResetFrequency(Duration.ofSeconds(1)));

    private final FakeFrontend frontend = connection.frontend();
    private final FaultProxy proxy = connection.proxy();
    private final WorkflowClient client = WorkflowClient.newInstance(connection.stubs());
    private final List<ServerDescription> seen = new CopyOnWriteArrayList<>();
    private final List<String> contacts = new CopyOnWriteArrayList<>();
    private final ServerWatch watch = QuickWatch.of(client, List.of(seen::add), List.of(), contact());

    @AfterEach
    void stop() {
        watch.stop();
    }

    @Test
    void serverThatIsDownAtStartIsCheckedOnceItAnswers() {
        proxy.refuse();
        watch.start();
        assertThat(seen).isEmpty();
        proxy.heal();
        Await.until("the server is checked", () -> !seen.isEmpty());
        assertThat(seen)
                .containsExactly(
                        new ServerDescription(proxy.target(), proxy.target(), "default", "", null, null, "", ""));
    }

    @Test
    void otherNamespaceOfTheSameNameIsNoticedAndReportedWhileConnected(CapturedOutput output) {
        List<String> told = new CopyOnWriteArrayList<>();
        frontend.identify("cluster", "first");
        ServerWatch often = new ServerWatch(
                client,
                List.of(seen::add),
                List.of(new RecordedCache(told)),
                contact(),
                Duration.ofMillis(50),
                Duration.ofMillis(200),
                QuickWatch.AT_LEAST);
        often.start();
        Await.until("the server is checked", () -> !seen.isEmpty());
        assertThat(told).isEmpty();

        frontend.identify("cluster", "second");
        Await.until("the server is checked again", () -> seen.size() == 2);
        often.stop();
        assertThat(told).contains("forget").doesNotContain("trust");
        assertThat(output).contains("Namespace default at " + proxy.target() + " is not the same namespace as before");
    }

    @Test
    void checkThatFailsIsLoggedAndDoesNotStopTheOtherChecks(CapturedOutput output) {
        ServerCheck failing = server -> {
            throw new IllegalStateException("a secret");
        };
        ServerWatch both = new ServerWatch(client, List.of(failing, seen::add), List.of(), contact());
        both.start();
        Await.until("the second check has run", () -> !seen.isEmpty());
        both.stop();
        assertThat(output)
                .containsOnlyOnce("of the Temporal server failed: java.lang.IllegalStateException at ")
                .doesNotContain("a secret");
    }

    @Test
    void checkThatFindsNoThreadDoesNotStopTheOtherChecks() {
        ServerCheck exhausted = server -> {
            throw new OutOfMemoryError("unable to create native thread");
        };
        ServerWatch both = new ServerWatch(client, List.of(exhausted, seen::add), List.of(), contact());
        both.start();
        Await.until("the second check has run", () -> !seen.isEmpty());
        both.stop();
    }

    @Test
    void serverThatGoesAndComesBackIsNoticedWithoutOtherCalls() {
        watch.start();
        Await.until("the server answers", () -> contacts.contains("answered"));
        contacts.clear();
        proxy.refuse();
        watch.lookNow();
        Await.until("the server is down", () -> contacts.contains("failed: UNAVAILABLE"));
        contacts.clear();
        proxy.heal();
        Await.until("the server answers again", () -> contacts.contains("answered"));
    }

    @Test
    void watchStopsOnRequest() {
        watch.start();
        watch.stop();
        assertThat(watch.isRunning()).isFalse();
    }

    private ServerContactListener contact() {
        return new ServerContactListener() {
            @Override
            public void answered() {
                contacts.add("answered");
            }

            @Override
            public void failed(RuntimeException failure) {
                contacts.add("failed: " + Status.fromThrowable(failure).getCode());
            }
        };
    }
}
