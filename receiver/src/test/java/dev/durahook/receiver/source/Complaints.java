package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.AbstractStringAssert;

/** The messages that an operator reads if a configuration is invalid. */
final class Complaints {

    private Complaints() {}

    /** The message of the failed start. If the start succeeds, the test fails. */
    static AbstractStringAssert<?> complaint(String yaml) {
        InvalidSourceException complaint =
                catchThrowableOfType(InvalidSourceException.class, () -> Declaration.sources(yaml, Declaration.NOW));
        assertThat(complaint).as("the start should have stopped").isNotNull().hasNoCause();
        assertThat(complaint.getMessage()).startsWith(complaint.key()).endsWith(complaint.problem());
        return assertThat(complaint.getMessage());
    }
}
