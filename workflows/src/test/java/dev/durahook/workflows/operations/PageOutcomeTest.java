package dev.durahook.workflows.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PageOutcomeTest {

    @Test
    void countsEveryEventAndKeepsSome() {
        PageOutcome all = PageOutcome.NONE;
        for (int i = 0; i < 10_000; i++) {
            EventRun event = new EventRun("shop:" + i, "run-" + i);
            all = all.and(
                    switch (i % 4) {
                        case 0 -> PageOutcome.failed(event, "refused");
                        case 1 -> PageOutcome.skipped("no longer parked");
                        default -> PageOutcome.done(event);
                    });
        }
        assertThat(all.total()).isEqualTo(10_000);
        assertThat(all.done()).isEqualTo(5_000);
        assertThat(all.failed()).isEqualTo(2_500);
        assertThat(all.skipped()).isEqualTo(Map.of("no longer parked", 2_500));
        assertThat(all.examples()).hasSize(10).startsWith("shop:2");
        assertThat(all.failures()).hasSize(20).startsWith(new FailedEvent("shop:0", "refused"));
    }
}
