package dev.durahook.benchmarks.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompletionWaitTest {

    @Test
    void anEventThatIsDoneThoughRefusedDoesNotStandForAnAcceptedEvent() {
        Deque<Set<String>> answers =
                new ArrayDeque<>(List.of(Set.of("refused", "also refused"), Set.of("refused", "a", "b")));

        new CompletionWait(Duration.ofMinutes(5)).awaitAll(Set.of("a", "b"), answers::removeFirst);

        assertThat(answers).isEmpty();
    }

    @Test
    void givesUpWhenNothingMoreHappens() {
        new CompletionWait(Duration.ofMillis(1)).awaitAll(Set.of("a", "b"), () -> Set.of("a"));
    }
}
