package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final Outcome DISCARDED = Outcome.discarded("a test of the sender's");

    @Test
    void isWrittenAsTheGoldenFilesSay() {
        assertThat(Golden.write(DISCARDED)).isEqualTo(Golden.text("outcome-discarded.json"));
        assertThat(Golden.write(Outcome.unhandled("stripe.charge.failed")))
                .isEqualTo(Golden.text("outcome-unhandled.json"));
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(Golden.read("outcome-discarded.json", Outcome.class)).isEqualTo(DISCARDED);
    }

    @Test
    void reasonMayBeAbsent() {
        assertThat(Golden.read("outcome-smallest.json", Outcome.class))
                .isEqualTo(new Outcome("processed", null, List.of()));
    }

    @Test
    void outcomeOfANewerWorkerMayHaveMoreFields() {
        assertThat(Golden.read("outcome-newer.json", Outcome.class)).isEqualTo(DISCARDED);
    }
}
