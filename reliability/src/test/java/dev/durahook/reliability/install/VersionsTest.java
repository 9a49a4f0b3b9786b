package dev.durahook.reliability.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order is the one of docs/upgrade.md. */
class VersionsTest {

    private final List<String> done = new ArrayList<>();
    private final Versions versions =
            new Versions(List.of(application("receiver"), application("worker")), () -> done.add("parked are retried"));

    @Test
    void goesBackWithTheReceiverFirst() {
        versions.goBack();

        assertThat(done).containsExactly("receiver to older", "worker to older", "parked are retried");
        assertThat(versions.isOlder()).isTrue();
    }

    @Test
    void goesForwardWithTheWorkerFirst() {
        versions.goBack();
        done.clear();
        versions.goForward();

        assertThat(done).containsExactly("worker to newer", "receiver to newer", "parked are retried");
        assertThat(versions.isOlder()).isFalse();
    }

    private Versions.RollOut application(String name) {
        return older -> done.add(name + (older ? " to older" : " to newer"));
    }
}
