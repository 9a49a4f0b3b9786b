package dev.durahook.standalone.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.durahook.testing.processing.TestWorker;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.annotation.EnumNaming;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonPOJOBuilder;
import tools.jackson.databind.annotation.JsonSerialize;

/** Types that an author has annotated for the version of Jackson that does not read bodies. */
@Execution(ExecutionMode.CONCURRENT)
class JacksonVersionTest {

    private static final String BODY = "{\"order_id\": \"17\", \"total_cents\": 1250}";

    @Test
    void typeWithNamesForJackson2IsRead() {
        assertRead(Order.class, BODY, "Order[orderId=17, totalCents=1250]");
    }

    @ParameterizedTest
    @ValueSource(classes = {Renamed.class, Converted.class, ConvertedField.class, Built.class, Status.class})
    void typeWithAnAnnotationOfJackson3ParksTheEventAndIsNamed(Class<?> type) {
        assertParked(type, type.isEnum() ? "\"paid\"" : BODY, type.getSimpleName());
    }

    @Test
    void typeInsideAnotherTypeIsNamed() {
        assertParked(Batch.class, "{\"orders\": [" + BODY + "]}", "Renamed");
    }

    @Test
    void typeForBothVersionsIsReadByItsAnnotationsForJackson2() {
        assertRead(Both.class, BODY, "Both[orderId=17, totalCents=1250]");
    }

    @Test
    void annotationThatOnlySaysHowToWriteIsAllowed() {
        assertRead(Written.class, "{\"id\": 7}", "Written[id=7]");
    }

    private static void assertRead(Class<?> type, String body, String value) {
        try (TestWorker worker = TestWorker.of(new Reader(type))) {
            worker.process("shop.order_paid", body).assertCompleted(value);
        }
    }

    private static void assertParked(Class<?> type, String body, String named) {
        try (TestWorker worker = TestWorker.of(new Reader(type))) {
            assertThat(worker.process("shop.order_paid", body)
                            .assertParked("UnreadableBody")
                            .assertAttempts(1)
                            .details())
                    .contains(named + " can't be read: its annotation tools.jackson.databind.annotation.")
                    .contains(
                            " is of Jackson 3, and bodies are read by Jackson 2; use com.fasterxml.jackson.databind.");
        }
    }

    /** Reads the body as a type, and returns the text of the value. */
    private record Reader(Class<?> type) implements EventHandler {

        @Override
        public String name() {
            return "read";
        }

        @Override
        public List<String> eventTypes() {
            return List.of("shop.order_paid");
        }

        @Override
        public String handle(EventAttempt attempt) throws IOException {
            return String.valueOf(attempt.as(type));
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Order(String orderId, int totalCents) {}

    @tools.jackson.databind.annotation.JsonNaming(
            tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Renamed(String orderId, int totalCents) {}

    record Batch(List<Renamed> orders) {}

    @JsonDeserialize
    record Converted(String orderId) {}

    record ConvertedField(@JsonDeserialize String orderId) {}

    @JsonPOJOBuilder
    record Built(String orderId) {}

    @EnumNaming(tools.jackson.databind.EnumNamingStrategies.SnakeCaseStrategy.class)
    enum Status {
        PAID
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @tools.jackson.databind.annotation.JsonNaming(
            tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Both(String orderId, int totalCents) {}

    @JsonSerialize
    record Written(long id) {}
}
