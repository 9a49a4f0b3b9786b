package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.durahook.receiver.configuration.InvalidSourceException;
import org.assertj.core.api.AbstractStringAssert;

/** What an operator reads when a configuration can't be meant. */
final class Complaints {

    private Complaints() {}

    /** The message that stops the start; its absence fails the test. */
    static AbstractStringAssert<?> complaint(String yaml) {
        InvalidSourceException complaint =
                catchThrowableOfType(InvalidSourceException.class, () -> Declaration.sources(yaml, Declaration.NOW));
        assertThat(complaint).as("the start should have stopped").isNotNull().hasNoCause();
        assertThat(complaint.getMessage()).startsWith(complaint.key()).endsWith(complaint.problem());
        return assertThat(complaint.getMessage());
    }
}
