package dev.durahook.connection.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailurePlaceTest {

    @Test
    void classAndPlaceAreNamedAndTheMessageIsNot() {
        assertThat(FailurePlace.of(new IllegalStateException("order 17")))
                .startsWith("java.lang.IllegalStateException at ")
                .contains("FailurePlaceTest.classAndPlaceAreNamedAndTheMessageIsNot(FailurePlaceTest.java:")
                .doesNotContain("17");
    }

    @Test
    void failureWithoutAStackTraceHasNoPlace() {
        IllegalStateException failure = new IllegalStateException();
        failure.setStackTrace(new StackTraceElement[0]);

        assertThat(FailurePlace.of(failure)).isEqualTo("java.lang.IllegalStateException");
    }
}
