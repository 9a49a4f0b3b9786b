package dev.durahook.workflows.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testsupport.temporal.BoundCodec;
import dev.durahook.workflows.interception.HeaderValue;
import dev.durahook.workflows.processing.DefaultWorkflow;
import dev.durahook.workflows.processing.FailedWorkflowTest;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.shop.Deploys;
import dev.durahook.workflows.shop.ScriptedHandler;
import dev.durahook.workflows.shop.Shop;
import io.temporal.api.common.v1.Payload;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.Header;
import io.temporal.payload.codec.PayloadCodecException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The application's codec binds each payload to the workflow for which it is written. */
@Timeout(120)
class WorkflowPayloadsTest {

    private static final HeaderValue<String> VALUE = new HeaderValue<>("a-name", String.class);

    private final DataConverter converter =
            new CodecDataConverter(DefaultDataConverter.newDefaultInstance(), List.of(BoundCodec.create()), true);
    private final ScriptedHandler mail = new ScriptedHandler("mail");
    private final Deploys shop = new Deploys(converter, mail);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void bodyThatIsTooLargeForAnArgumentIsReadFromTheStartOfTheWorkflow() {
        shop.configuration.declare(Shop.POLICY, Shop.THREE_ATTEMPTS);
        shop.configuration.plan(
                new Plan(List.of(new PlannedStep(PlannedStep.Kind.HANDLER, "mail", Shop.POLICY)), false));
        shop.deploy(DefaultWorkflow.class);
        String body = "{\"text\": \"" + "x".repeat(70_000) + "\"}";
        WorkflowStub event = shop.deliver("shop.order", body);
        assertThat(event.getResult(Object.class).toString()).contains("done");
        assertThat(mail.attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.bytes()).asString().isEqualTo(body));
    }

    @Test
    void failureOfAWorkflowIsPassedOnForThatWorkflow() throws InterruptedException {
        shop.deploy(FailedWorkflowTest.Refusing.class);
        WorkflowStub event = shop.deliver("shop.order", "{}");
        assertThat(shop.parked(event)).contains("`no such customer` (`Refused`)");
        Payload passed = shop.everyRun("shop:1").stream()
                .filter(begun -> begun.hasWorkflowExecutionStartedEventAttributes())
                .map(begun -> begun.getWorkflowExecutionStartedEventAttributes().getHeader())
                .filter(header -> header.containsFields("durahook-parked"))
                .map(header -> header.getFieldsOrThrow("durahook-parked"))
                .findFirst()
                .orElseThrow();
        assertThat(passed.getMetadataOrThrow("workflow").toStringUtf8()).endsWith("/shop:1");
    }

    @Test
    void valueThatAnEarlierVersionHasWrittenIsRead() {
        DataConverter ofWorkflow = WorkflowPayloads.of(converter, "default", "shop:1");
        Header earlier = VALUE.with(new Header(Map.of()), "text", converter);
        Header current = VALUE.with(new Header(Map.of()), "text", ofWorkflow);
        assertThat(VALUE.in(earlier, ofWorkflow, converter)).contains("text");
        assertThat(VALUE.in(current, ofWorkflow, converter)).contains("text");
        DataConverter ofAnother = WorkflowPayloads.of(converter, "default", "shop:2");
        assertThatThrownBy(() -> VALUE.in(current, ofAnother, converter)).isInstanceOf(PayloadCodecException.class);
    }
}
