package dev.durahook.workflows.details;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.Step;
import dev.durahook.workflows.shop.LedgerActivities;
import dev.durahook.workflows.shop.Shop;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The current details of a workflow from its first step to its last. At the end, the whole workflow is replayed. */
public class CurrentDetailsTest {

    private final Shop shop = Shop.open(Talkative.class, Busy.class);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void stepUnderWayHasItsPolicy() {
        shop.ledger.fail();
        WorkflowStub workflow = shop.deliver();
        shop.letPass(Duration.ofSeconds(30));
        assertThat(shop.details(workflow)).isEqualTo("""
                **In progress.**

                - `Book the failure`: under way, policy `payments`: 3 attempts, 1m ×2 up to 30m

                See the tab *Pending Activities* for the attempt, the last failure and the next retry.
                """);
    }

    @Test
    void retriedStepShowsSinceWhen() {
        shop.ledger.fail();
        WorkflowStub workflow = shop.deliverAndLetADayPass();
        workflow.signal("retry");
        shop.letPass(Duration.ofSeconds(30));
        assertThat(shop.details(workflow))
                .startsWith("**In progress.**")
                .containsPattern(
                        "- `Book the failure`: under way, retried by signal at 2026-11-25T\\S+Z, policy `payments`");
    }

    @Test
    void detailsOfTheAuthorAreHiddenOnlyWhileTheEventIsParked() {
        shop.ledger.fail();
        WorkflowStub workflow = shop.deliver(Talking.TYPE);
        shop.letPass(Duration.ofSeconds(30));
        assertThat(shop.details(workflow)).isEqualTo("Waits for the ledger");
        shop.letPass(Duration.ofDays(1));
        assertThat(shop.details(workflow)).startsWith("**Parked");
        workflow.signal("retry");
        shop.letPass(Duration.ofSeconds(30));
        assertThat(shop.details(workflow)).isEqualTo("Waits for the ledger");
    }

    @Test
    void ofManyStepsTheLastTenAreShown() {
        WorkflowStub workflow = shop.deliver(Many.TYPE, times("30"));
        workflow.getResult(String.class);
        assertThat(shop.details(workflow))
                .startsWith("**Completed.**\n\n- 20 earlier steps\n- `Book 21`: done at")
                .contains("- `Book 30`")
                .doesNotContain("`Book 20`");
    }

    @Test
    void oneEarlierStepIsNotSteps() {
        WorkflowStub workflow = shop.deliver(Many.TYPE, times("11"));
        workflow.getResult(String.class);
        assertThat(shop.details(workflow)).startsWith("**Completed.**\n\n- 1 earlier step\n- `Book 2`: done at");
    }

    @WorkflowInterface
    public interface Talking {

        String TYPE = "stripe.talking";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event, RawValue body);
    }

    public static final class Talkative implements Talking {

        @Override
        public String process(WebhookEvent event, RawValue body) {
            Workflow.setCurrentDetails("Waits for the ledger");
            return book("Book", event);
        }
    }

    @WorkflowInterface
    public interface Many {

        String TYPE = "stripe.many";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event, RawValue body);
    }

    public static final class Busy implements Many {

        @Override
        public String process(WebhookEvent event, RawValue body) {
            int times = Integer.parseInt(new String(EventBody.bytes(body), StandardCharsets.UTF_8));
            for (int i = 1; i <= times; i++) {
                book("Book " + i, event);
            }
            return "booked";
        }
    }

    /** The body of an event for which a workflow books so many times. */
    private static byte[] times(String number) {
        return number.getBytes(StandardCharsets.UTF_8);
    }

    private static String book(String step, WebhookEvent event) {
        return Step.named(step)
                .under(Shop.POLICY)
                .call(options -> Workflow.newActivityStub(LedgerActivities.class, options)
                        .book(event.id()));
    }
}
