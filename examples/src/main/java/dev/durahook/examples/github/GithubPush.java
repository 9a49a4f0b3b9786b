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
 * Tells the team's chat about each push to GitHub. The chat of this example fails at the first two attempts, so that
 * the Web UI shows retries.
 */
@WorkflowInterface
public interface GithubPush {

    /** Sends a message about the push to the chat. */
    @WorkflowMethod(name = "github.push")
    String process(WebhookEvent event, Push push);

    /**
     * The fields of <a href="https://docs.github.com/en/webhooks/webhook-events-and-payloads#push">a push</a> that this
     * handler reads; all others are ignored.
     */
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

    /** The workflow: one step, under the retry policy {@code webhook}. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class GithubPushWorkflow implements GithubPush {

        private static final Step TELL = Step.named("Tell the chat").under("webhook");

        @Override
        public String process(WebhookEvent event, Push push) {
            return TELL.call(options ->
                    Workflow.newActivityStub(ChatActivities.class, options).tellChat(push.message()));
        }
    }

    /** The activity that sends a message to the chat. */
    @ActivityInterface
    interface ChatActivities {

        @ActivityMethod(name = "tell_chat")
        String tellChat(String message);
    }

    /** A chat that answers only from the third attempt. */
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
