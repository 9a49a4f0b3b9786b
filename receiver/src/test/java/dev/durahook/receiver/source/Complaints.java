package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.durahook.receiver.configuration.InvalidSourceException;
import org.assertj.core.api.AbstractStringAssert;

/** The messages that an operator reads if a configuration is invalid. */
final class Complaints {

    private Complaints() {}

    /** The key and the problem that stop the start. If the start succeeds, the test fails. */
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
