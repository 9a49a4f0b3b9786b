package dev.durahook.standalone.operations;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** A workflow that was changed and deployed without {@code Workflow.getVersion} while events were running. */
@WorkflowInterface
public interface Release {

    @WorkflowMethod(name = "github.push")
    String process();

    @SignalMethod
    void approve();

    /** The version that is deployed first. */
    class Deployed implements Release {

        private boolean approved;

        @Override
        public String process() {
            Workflow.sleep(Duration.ofMillis(1));
            Workflow.await(() -> approved);
            return "released";
        }

        @Override
        public void approve() {
            approved = true;
        }
    }

    /** The same, released with a version number instead of a wait. */
    class Changed extends Deployed {

        @Override
        public String process() {
            Workflow.sideEffect(Integer.class, () -> 2);
            return super.process();
        }
    }
}
