package dev.durahook.testing.processing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.routing.InvalidRoutesException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A handler that stops the start of a worker stops the test as well. */
class HandlerRequirementsTest {

    private static final String CLASS = "handler " + Incomplete.class.getName();

    static Stream<Arguments> handlers() {
        List<String> types = List.of("shop.order");
        return Stream.of(
                Arguments.of(
                        new Incomplete(null, types, "default", 1), CLASS + ": its name() must not be null or empty"),
                Arguments.of(
                        new Incomplete(" ", types, "default", 1), CLASS + ": its name() must not be null or empty"),
                Arguments.of(new Incomplete("mail", null, "default", 1), CLASS + ": its eventTypes() must not be null"),
                Arguments.of(
                        new Incomplete("mail", types, null, 1), "handler mail: its policy() must not be null or empty"),
                Arguments.of(
                        new Incomplete("mail", types, "", 1), "handler mail: its policy() must not be null or empty"),
                Arguments.of(
                        new Incomplete("mail", types, "default", 0), "handler mail: its concurrency must be 1 or more"),
                Arguments.of(
                        new Incomplete("mail", types, "default", -3),
                        "handler mail: its concurrency must be 1 or more"));
    }

    @ParameterizedTest
    @MethodSource("handlers")
    void incompleteHandlerStopsTheTest(EventHandler handler, String message) {
        try (TestWorker worker = TestWorker.of(handler)) {
            assertThatThrownBy(() -> worker.process("shop.order", "{}"))
                    .isInstanceOf(InvalidRoutesException.class)
                    .hasMessage(message);
        }
    }

    private record Incomplete(
            @Nullable String name,
            @Nullable List<String> eventTypes,
            @Nullable String policy,
            int concurrency) implements EventHandler {

        @Override
        public String handle(EventAttempt attempt) {
            return "handled";
        }
    }
}
