package dev.durahook.examples.github;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.Step;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.failure.ApplicationFailure;
import io.temporal.spring.boot.ActivityImpl;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Commits were pushed: the team's chat is told. The chat of this example does not answer the first two attempts, so that
 * there are retries to see in the Web UI.
 */
@WorkflowInterface
public interface GithubPush {

    /** Tells the chat. */
    @WorkflowMethod(name = "github.push")
    String process(WebhookEvent event, Push push);

    /** What this handler reads of <a href="https://docs.github.com/en/webhooks/webhook-events-and-payloads#push">a
     * push</a>; all else is left out. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Push(String ref, List<Commit> commits, Repository repository) {

        @JsonIgnoreProperties(ignoreUnknown = true)
        record Commit(String id) {}

        @JsonIgnoreProperties(ignoreUnknown = true)
        record Repository(@JsonProperty("full_name") String fullName) {}

        String message() {
            return commits.size() + " commits to " + ref + " of " + repository.fullName();
        }
    }

    /** The steps in their order. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class GithubPushWorkflow implements GithubPush {

        private static final Step TELL = Step.named("Tell the chat").under("webhook");

        @Override
        public String process(WebhookEvent event, Push push) {
            return TELL.call(options ->
                    Workflow.newActivityStub(ChatActivities.class, options).tellChat(push.message()));
        }
    }

    /** The effect. */
    @ActivityInterface
    interface ChatActivities {

        @ActivityMethod(name = "tell_chat")
        String tellChat(String message);
    }

    /** A chat that is not there yet when it is first asked. */
    @Component
    @ActivityImpl(taskQueues = TaskQueues.DEFAULT)
    class UnreliableChatActivities implements ChatActivities {

        private static final Logger LOG = LoggerFactory.getLogger(UnreliableChatActivities.class);
        private static final int FIRST_ANSWERED_ATTEMPT = 3;

        @Override
        public String tellChat(String message) {
            int attempt = Activity.getExecutionContext().getInfo().getAttempt();
            if (attempt < FIRST_ANSWERED_ATTEMPT) {
                throw ApplicationFailure.newFailure("The chat answered 503 to attempt " + attempt, "ChatUnavailable");
            }
            LOG.info("Chat: {}", message);
            return "told the chat: " + message;
        }
    }
}
