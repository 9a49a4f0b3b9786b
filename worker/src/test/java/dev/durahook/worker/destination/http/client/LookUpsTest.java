package dev.durahook.worker.destination.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.durahook.testsupport.Await;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;

class LookUpsTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Dns LOOPBACK = host -> List.of(InetAddress.getLoopbackAddress());

    private final Queue<Runnable> begun = new ArrayDeque<>();

    @Test
    void answersAreHandedOn() throws UnknownHostException {
        assertThat(new LookUps(LOOPBACK, Runnable::run).of("crm.example", Await.PATIENCE))
                .containsExactly(InetAddress.getLoopbackAddress());
    }

    @Test
    void eachHostHasOneLookUpAtATimeAndWaitsForNoOther() throws UnknownHostException {
        LookUps lookUps = new LookUps(LOOPBACK, begun::add);

        for (String host : List.of("crm.example", "crm.example", "search.example", "crm.example")) {
            assertThatThrownBy(() -> lookUps.of(host, AT_ONCE)).isInstanceOf(UnansweredLookUpException.class);
        }
        assertThat(begun).hasSize(2);

        begun.remove().run();
        begun.remove().run();
        assertThatThrownBy(() -> lookUps.of("crm.example", AT_ONCE)).isInstanceOf(UnansweredLookUpException.class);
        assertThat(begun).hasSize(1);
    }

    @Test
    void interruptedAttemptSaysHowLongItHasWaited() {
        LookUps lookUps = new LookUps(LOOPBACK, begun::add);

        Thread.currentThread().interrupt();
        UnansweredLookUpException unanswered =
                catchThrowableOfType(UnansweredLookUpException.class, () -> lookUps.of("crm.example", Await.PATIENCE));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(unanswered.waited()).isPositive().isLessThan(Await.PATIENCE);
    }

    @Test
    void unknownHostIsReportedToEachAttemptByItselfAndLookedUpAgain() {
        LookUps lookUps = new LookUps(
                host -> {
                    throw new UnknownHostException(host + ": Name or service not known");
                },
                Runnable::run);

        Throwable first = catchThrowable(() -> lookUps.of("crm.example", Await.PATIENCE));
        Throwable second = catchThrowable(() -> lookUps.of("crm.example", Await.PATIENCE));

        assertThat(first)
                .isExactlyInstanceOf(UnknownHostException.class)
                .hasMessage("crm.example: Name or service not known");
        assertThat(second).isExactlyInstanceOf(UnknownHostException.class).isNotSameAs(first);
    }

    @Test
    void lookUpThatFailsInAnotherWayCountsAsAnUnknownHost() {
        LookUps lookUps = new LookUps(
                host -> {
                    throw new IllegalStateException("broken");
                },
                Runnable::run);

        assertThatThrownBy(() -> lookUps.of("crm.example", Await.PATIENCE))
                .isExactlyInstanceOf(UnknownHostException.class)
                .hasMessage("crm.example")
                .hasRootCauseMessage("broken");
    }

    @Test
    void attemptLooksUpTheHostItselfIfNoThreadCanBeStarted() throws UnknownHostException {
        LookUps lookUps = new LookUps(LOOPBACK, lookUp -> {
            throw new OutOfMemoryError("unable to create native thread");
        });

        assertThat(lookUps.of("crm.example", Await.PATIENCE)).hasSize(1);
        assertThat(lookUps.of("crm.example", Await.PATIENCE)).hasSize(1);
    }
}
