package dev.durahook.testing.processing;

import dev.durahook.testsupport.fault.UnreportableFailure;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A handler whose failures Temporal can't take as they are. The worker has the same test. */
class UnreportableFailureTest {

    @ParameterizedTest
    @EnumSource
    void isTriedAgainAndParkedAsByTheWorker(UnreportableFailure failure) {
        try (TestWorker worker = TestWorker.of(new FailingHandler(failure)).under("default", TestPolicy.attempts(3))) {
            worker.process("shop.order", "{}").assertAttempts(3).assertParked();
        }
    }

    private record FailingHandler(UnreportableFailure failure) implements EventHandler {

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public List<String> eventTypes() {
            return List.of("shop.order");
        }

        @Override
        public String handle(EventAttempt attempt) {
            throw failure.thrown();
        }
    }
}
