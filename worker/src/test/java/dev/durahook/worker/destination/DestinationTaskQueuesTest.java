package dev.durahook.worker.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.destination.DestinationQueues;
import java.util.List;
import org.junit.jupiter.api.Test;

class DestinationTaskQueuesTest {

    @Test
    void nameBeginsWithTheFirstTaskQueueOfTheWorker() {
        DestinationTaskQueues queues = new DestinationTaskQueues("orders", List.of("crm", "audit"));

        assertThat(queues.of("crm")).isEqualTo("orders.destination.crm");
        assertThat(queues.names()).containsExactlyInAnyOrder("orders.destination.crm", "orders.destination.audit");
        assertThat(TaskQueues.destination(queues.of("crm"))).contains("crm");
    }

    @Test
    void onTheDefaultTaskQueueItIsTheNameThatWorkflowsUse() {
        assertThat(new DestinationTaskQueues(TaskQueues.DEFAULT, List.of()).of("crm"))
                .isEqualTo(DestinationQueues.of("crm"));
    }

    @Test
    void taskQueueOfAHandlerBelongsToNoDestination() {
        assertThat(TaskQueues.destination(TaskQueues.ofHandler("orders", "mail")))
                .isEmpty();
    }

    @Test
    void tooLongNameStopsTheStart() {
        String longest = "q".repeat(200 - ".destination.crm".length());
        assertThat(new DestinationTaskQueues(longest, List.of("crm")).names()).hasSize(1);
        assertThatThrownBy(() -> new DestinationTaskQueues(longest + "q", List.of("crm")))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("durahook.destinations.crm has a task queue");
    }
}
