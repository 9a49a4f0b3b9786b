package dev.durahook.workflows.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.operations.input.OperationInput;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationInputTest {

    private static final String PARKED = "ExecutionStatus = 'Running' AND DurahookStatus = 'parked'";

    @Test
    void everyFieldIsRead() {
        OperationRequest request = retry("""
                {"type": "stripe.invoice.paid", "source": "stripe", "from": "2026-11-27T00:00:00Z", "to": "2026-11-28",
                 "query": "ExecutionDuration > '1h'", "step": "deliver:crm", "policy": "slow", "rate": 7,
                 "reason": " the crm was down ", "dryRun": true}
                """);
        assertThat(request.filter())
                .isEqualTo(PARKED + " AND (WorkflowType = 'stripe.invoice.paid')"
                        + " AND (WorkflowId STARTS_WITH 'stripe:') AND StartTime >= '2026-11-27T00:00:00Z'"
                        + " AND StartTime < '2026-11-28T00:00:00Z' AND (ExecutionDuration > '1h')");
        assertThat(request)
                .returns("deliver:crm", OperationRequest::step)
                .returns("slow", OperationRequest::policy)
                .returns(7, OperationRequest::rate)
                .returns("the crm was down", OperationRequest::reason)
                .returns(true, OperationRequest::dryRun);
    }

    @Test
    void everythingButTheEventsHasADefault() {
        OperationRequest request = retry("{\"type\": \"*\"}");
        assertThat(request.filter()).isEqualTo(PARKED);
        assertThat(request.selected()).isEqualTo("all");
        assertThat(request)
                .returns(null, OperationRequest::step)
                .returns(20, OperationRequest::rate)
                .returns(false, OperationRequest::dryRun);
        assertThat(again("{\"type\": \"*\"}").rate()).isEqualTo(5);
    }

    @Test
    void operationOnCompletedEventsLeavesOperationsOut() {
        assertThat(again("{\"query\": \"DurahookStatus = 'unhandled'\", \"again\": true}"))
                .returns(true, OperationRequest::again)
                .returns(
                        "ExecutionStatus = 'Completed' AND TaskQueue != 'durahook-operations'"
                                + " AND (DurahookStatus = 'unhandled')",
                        OperationRequest::filter);
    }

    @Test
    void stepAloneSelectsAllParkedEvents() {
        assertThat(retry("{\"step\": \"deliver:crm\"}").filter()).isEqualTo(PARKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"*\", \"dry-run\": \"true\", \"RATE\": \"7\"}",
                "{\"Type\": \" * \", \"dryrun\": \"True\", \"rate\": 7, \"policy\": null}",
                "{\"TYPE\": [\"*\"], \"dry_run\": true, \"Rate\": \" 7 \"}"
            })
    void personMayWriteAFieldInSeveralWays(String input) {
        assertThat(retry(input)).returns(true, OperationRequest::dryRun).returns(7, OperationRequest::rate);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "{\"type\": \"stripe.*\"}                       | (WorkflowType STARTS_WITH 'stripe.')",
                "{\"type\": [\"a.b\", \"c.*\"]}                 | (WorkflowType = 'a.b' OR WorkflowType STARTS_WITH 'c.')",
                "{\"source\": [\"a\", \"b\"]}                   | (WorkflowId STARTS_WITH 'a:' OR WorkflowId STARTS_WITH 'b:')",
                "{\"from\": \"2026-11-27T10:00+02:00\"}         | StartTime >= '2026-11-27T08:00:00Z'",
                "{\"to\": \"2026-11-27 10:00:00Z\"}             | StartTime < '2026-11-27T10:00:00Z'"
            })
    void selectionIsAFilter(String input, String filter) {
        assertThat(retry(input).filter()).isEqualTo(PARKED + " AND " + filter);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "{}                                             | selects no event",
                "{\"reason\": \"x\", \"dryRun\": true}          | selects no event",
                "{\"tpye\": \"a.b\"}                            | `tpye` is not a known field; use one of dryRun, from, policy",
                "{\"type\": \"*\", \"again\": true}             | `again` is not a known field",
                "{\"type\": \"a.b\", \"Type\": \"a.c\"}         | The field type is there twice",
                "{\"type\": \"a.b\", \"type\": \"a.c\"}         | a field twice",
                "{\"type\": \"a.b\", \"step\": null}            | The field step must not be null; leave it out",
                "{\"source\": \"a\", \"type\": null}            | The field type must not be null",
                "{\"source\": \"a\", \"from\": null}            | The field from must not be null",
                "{\"type\": \"a.b\", \"dry-run\": null}         | The field dryRun must not be null",
                "{\"type\": \"\"}                               | The field type must be text",
                "{\"type\": []}                                 | The field type must be text",
                "{\"type\": 5}                                  | The field type must be text",
                "{\"type\": {\"a\": 1}}                         | The field type must be text",
                "{\"type\": \"x' OR WorkflowType != 'y\"}       | The field type: ",
                "{\"type\": \"shopify.orders/create\"}          | write 'shopify.orders_create'",
                "{\"source\": \"a' OR WorkflowId != 'b\"}       | is not the name of a source",
                "{\"source\": \"Stripe\"}                       | `Stripe` is not the name of a source",
                "{\"from\": \"yesterday\"}                      | such as 2026-11-27T08:30:00Z",
                "{\"from\": \"2026-11-27T10:00\"}               | a time with its zone",
                "{\"from\": \"2026-11-28\", \"to\": \"2026-11-27\"} | from must be earlier",
                "{\"type\": \"*\", \"rate\": 0}                 | from 1 to 100",
                "{\"type\": \"*\", \"rate\": 101}               | from 1 to 100",
                "{\"type\": \"*\", \"rate\": 2.5}               | from 1 to 100",
                "{\"type\": \"*\", \"rate\": \"fast\"}          | from 1 to 100",
                "{\"type\": \"*\", \"dryRun\": \"yes\"}         | must be true or false",
                "[\"a.b\"]                                      | must be a JSON object",
                "\"DurahookStatus = 'parked'\"                  | must be a JSON object",
                "not json                                       | must be a JSON object"
            })
    void mistakeEndsWithAnInputThatWorks(String input, String problem) {
        assertThatThrownBy(() -> retry(input.strip())).isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
            assertThat(failure.isNonRetryable()).isTrue();
            assertThat(failure.getType()).isEqualTo("InvalidOperation");
            assertThat(failure.getOriginalMessage())
                    .contains(problem, "An input that works: " + Operation.RETRY_PARKED.example());
        });
    }

    @Test
    void missingInputEndsWithAnInputThatWorks() {
        RawValue none = new RawValue(
                DefaultDataConverter.STANDARD_INSTANCE.toPayload(null).orElseThrow());
        assertThatThrownBy(() -> OperationInput.read(Operation.RETRY_PARKED, null, () -> true))
                .hasMessageContaining("The input is missing");
        assertThatThrownBy(() -> OperationInput.read(Operation.RETRY_PARKED, none, () -> true))
                .hasMessageContaining("The input is missing");
    }

    @Test
    void discardNeedsAReasonAndHasNoPolicy() {
        assertThatThrownBy(() -> read(Operation.DISCARD_PARKED, "{\"type\": \"*\"}"))
                .hasMessageContaining("The field reason is missing");
        assertThatThrownBy(() -> read(Operation.DISCARD_PARKED, "{\"type\": \"*\", \"policy\": \"slow\"}"))
                .hasMessageContaining("`policy` is not a known field");
        assertThat(read(Operation.DISCARD_PARKED, "{\"type\": \"*\", \"reason\": \"gone\"}")
                        .reason())
                .isEqualTo("gone");
    }

    @Test
    void operationOfAnEarlierVersionTakesNullForAbsentWhenItIsReplayed() {
        RawValue input = EventBody.of("{\"type\": \"*\", \"step\": null}".getBytes(StandardCharsets.UTF_8));
        assertThat(OperationInput.read(Operation.RETRY_PARKED, input, () -> false)
                        .step())
                .isNull();
    }

    @Test
    void longReasonIsCut() {
        assertThat(retry("{\"type\": \"*\", \"reason\": \"" + "x".repeat(5_000) + "\"}")
                        .reason())
                .hasSizeLessThan(600);
    }

    @ParameterizedTest
    @EnumSource
    void exampleWorks(Operation operation) {
        assertThat(read(operation, operation.example()).operation()).isEqualTo(operation);
    }

    private static OperationRequest retry(String input) {
        return read(Operation.RETRY_PARKED, input);
    }

    private static OperationRequest again(String input) {
        return read(Operation.PROCESS_AGAIN, input);
    }

    private static OperationRequest read(Operation operation, String input) {
        return OperationInput.read(operation, EventBody.of(input.getBytes(StandardCharsets.UTF_8)), () -> true);
    }
}
