package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.AbstractStringAssert;

/** What an operator reads when a configuration can't be meant. */
final class Complaints {

    private Complaints() {}

    /** The key and the problem that stop the start; the absence of a problem fails the test. */
    static AbstractStringAssert<?> complaint(String yaml) {
        InvalidSourceException complaint =
                catchThrowableOfType(InvalidSourceException.class, () -> Declaration.sources(yaml, Declaration.NOW));
        assertThat(complaint).as("the start should have stopped").isNotNull().hasNoCause();
        String mistake = complaint.key() + " " + complaint.problem();
        assertThat(complaint).hasMessage("A webhook source is not configured correctly: " + mistake + ".");
        assertThat(complaint.remedy())
                .isEqualTo("Correct the key " + complaint.key() + " in the configuration and start again.");
        return assertThat(mistake);
    }
}
