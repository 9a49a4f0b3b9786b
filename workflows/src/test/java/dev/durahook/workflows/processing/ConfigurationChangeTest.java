package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.shop.Shop;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An operator changes a policy while a workflow runs. At the end, the whole workflow is replayed. */
class ConfigurationChangeTest {

    private final Shop shop = Shop.open();

    @AfterEach
    void close() {
        shop.close();
    }

    private WorkflowStub retrying() {
        shop.ledger.failTimes(2);
        WorkflowStub workflow = shop.deliver();
        shop.letPass(Duration.ofSeconds(30));
        assertThat(shop.ledger.calls()).isEqualTo(1);
        return workflow;
    }

    @Test
    void changedPolicyAppliesToTheNextActivity() {
        WorkflowStub workflow = retrying();
        shop.configuration.declare(Shop.POLICY, Shop.policy(1, Duration.ofHours(1), Duration.ofHours(1), List.of()));
        assertThat(workflow.getResult(String.class)).isEqualTo("booked stripe:evt_1");
        assertThat(shop.ledger.pauses()).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2));
    }

    @Test
    void removedPolicyDoesNotStopARunningActivity() {
        WorkflowStub workflow = retrying();
        shop.configuration.remove(Shop.POLICY);
        assertThat(workflow.getResult(String.class)).isEqualTo("booked stripe:evt_1");
    }

    @Test
    void retryUnderARenamedPolicyParksAndNamesThePolicy() {
        shop.ledger.fail();
        WorkflowStub workflow = shop.deliverAndLetADayPass();
        shop.configuration.declare("bookkeeping", Shop.THREE_ATTEMPTS);
        shop.configuration.remove(Shop.POLICY);
        shop.signal(workflow, "retry");
        assertThat(shop.details(workflow)).contains("No policy 'payments'");
        assertThat(shop.ledger.calls()).isEqualTo(3);
    }
}
