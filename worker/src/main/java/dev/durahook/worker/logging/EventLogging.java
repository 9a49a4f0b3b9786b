package dev.durahook.worker.logging;

import dev.durahook.workflows.logging.LoggedEvent;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;

/**
 * Adds the event to the logging context of every line that the event's workflow and activities log, including the code
 * of authors.
 */
final class EventLogging extends WorkerInterceptorBase {

    @Override
    public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
        return new LoggedCalls(next);
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new LoggedAttempts(next);
    }

    // Each thread of a workflow comes from a pool, so the event is set at the start of the thread's work and removed at
    // its end.
    private static Runnable logged(Runnable work) {
        return () -> {
            WorkflowInfo info = Workflow.getInfo();
            LoggedEvent event = LoggedEvent.ofWorkflow(info.getWorkflowId(), info.getWorkflowType());
            try {
                work.run();
            } finally {
                event.end();
            }
        };
    }

    private static final class LoggedCalls extends WorkflowInboundCallsInterceptorBase {

        LoggedCalls(WorkflowInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public void init(WorkflowOutboundCallsInterceptor outbound) {
            super.init(new LoggedThreads(outbound));
        }

        @Override
        public Object newWorkflowMethodThread(Runnable work, String name) {
            return super.newWorkflowMethodThread(logged(work), name);
        }

        @Override
        public Object newCallbackThread(Runnable work, String name) {
            return super.newCallbackThread(logged(work), name);
        }
    }

    private static final class LoggedThreads extends WorkflowOutboundCallsInterceptorBase {

        LoggedThreads(WorkflowOutboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public Object newChildThread(Runnable work, boolean detached, String name) {
            return super.newChildThread(logged(work), detached, name);
        }
    }
}
