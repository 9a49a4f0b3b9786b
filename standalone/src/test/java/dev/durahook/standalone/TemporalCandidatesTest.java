package dev.durahook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.standalone.temporal.Temporal;
import dev.durahook.standalone.temporal.TemporalCandidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemporalCandidatesTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void firstThatIsFoundIsUsed() {
        TemporalCandidates candidates =
                new TemporalCandidates(missing("configured"), found("answering"), found("started"));

        assertThat(candidates.first().description()).isEqualTo("answering");
    }

    @Test
    void nothingIsStartedOnceOneIsFound() {
        new TemporalCandidates(missing("configured"), found("answering"), found("started")).first();

        assertThat(asked).containsExactly("configured", "answering");
    }

    private TemporalCandidate missing(String name) {
        return () -> {
            asked.add(name);
            return Optional.empty();
        };
    }

    private TemporalCandidate found(String name) {
        return () -> {
            asked.add(name);
            return Optional.of(Temporal.lasting("127.0.0.1:1", null, name));
        };
    }
}
