package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.durahook.testsupport.Await;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.routing.PlannedStep.Kind;
import dev.durahook.workflows.shop.ScriptedHandler;
import dev.durahook.workflows.shop.Shop;
import io.temporal.activity.Activity;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Activities that an operator completes by hand, with {@code temporal activity complete}. Any result will do. */
class CompletedByHandTest {

    private static final PlannedStep MAIL = new PlannedStep(Kind.HANDLER, "mail", Shop.POLICY);
    private static final PlannedStep CRM = new PlannedStep(Kind.DELIVERY, Shop.CRM, Shop.POLICY);

    private final ScriptedHandler mail = new ScriptedHandler("mail");
    private final Shop shop = Shop.open(List.of(mail));

    @BeforeEach
    void leaveOpen() {
        shop.configuration.plan(new Plan(List.of(CRM, MAIL), false));
        shop.crm.leaveOpen();
        mail.does(attempt -> {
            Activity.getExecutionContext().doNotCompleteOnReturn();
            return "unused";
        });
    }

    @AfterEach
    void close() {
        shop.close();
    }

    static Stream<@Nullable Object> results() {
        return Stream.of(null, "done by hand", 1, true, List.of(1), Map.of("by", "hand"));
    }

    @ParameterizedTest
    @MethodSource("results")
    void resultOfAnyTypeEndsTheStep(@Nullable Object result) throws TimeoutException {
        assertThat(completed(result).steps())
                .extracting(StepOutcome::key, StepOutcome::outcome)
                .containsExactly(tuple("deliver:crm", "done"), tuple("handle:mail", "done"));
    }

    @Test
    void textIsShown() throws TimeoutException {
        assertThat(completed("done by hand").steps())
                .extracting(StepOutcome::result)
                .containsExactly("done by hand", "done by hand");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'status':'done by hand','note':'paid'}",
                "{'text':'sent by fax','order':7}",
                "{'result':{'status':'ok'}}",
                "'{} done'"
            })
    void valueThatIsNoReceiptIsShownAsItIs(String json) {
        RawValue value = json(json);
        assertThat(StepResult.ofDestination(value)).isPresent().isEqualTo(StepResult.ofHandler(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'status':200,'text':'crm answered 200'}",
                "{'DestinationReceipt':{'status':200,'text':'crm answered 200'}}",
                "['dev.durahook.workflows.destination.DestinationReceipt',{'status':200,'text':'crm answered 200'}]"
            })
    void textOfAReceiptIsShown(String json) {
        assertThat(StepResult.ofDestination(json(json))).contains("crm answered 200");
    }

    private static RawValue json(String json) {
        return EventBody.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private Outcome completed(@Nullable Object result) throws TimeoutException {
        WorkflowStub workflow = shop.deliver("stripe.customer_created");
        // Time that passes for the server is real while an attempt is under way.
        Await.until(
                "both attempts are under way",
                () -> shop.crm.calls() == 1 && mail.attempts().size() == 1);
        String id = workflow.getExecution().getWorkflowId();
        shop.client().fetchHistory(id).getEvents().stream()
                .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
                .map(event -> event.getActivityTaskScheduledEventAttributes().getActivityId())
                .forEach(activity ->
                        shop.client().newActivityCompletionClient().complete(id, Optional.empty(), activity, result));
        return workflow.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, Outcome.class);
    }
}
