package dev.durahook.worker.logging;

import dev.durahook.workflows.logging.LoggedEvent;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.MDC;

/** Looks at each thread once the interceptor under test has left it, before Temporal tidies up. */
final class LeftBehind {

    private final Set<String> places = ConcurrentHashMap.newKeySet();
    private final List<String> names = new CopyOnWriteArrayList<>();

    Collection<String> places() {
        return places;
    }

    Collection<String> names() {
        return names;
    }

    private void look(String place) {
        places.add(place);
        if (MDC.get(LoggedEvent.ID) != null) {
            names.add(place);
        }
    }

    /** To be the last of the interceptors: the first to be called, and the last to be returned to. */
    WorkerInterceptorBase ofActivities() {
        return new WorkerInterceptorBase() {
            @Override
            public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
                return new ActivityInboundCallsInterceptorBase(next) {
                    @Override
                    public ActivityOutput execute(ActivityInput input) {
                        try {
                            return super.execute(input);
                        } finally {
                            look("activity");
                        }
                    }
                };
            }
        };
    }

    /** To be the first of the interceptors: the last to wrap a thread's work, so that its own is around all others. */
    WorkerInterceptorBase ofThreads() {
        return new WorkerInterceptorBase() {
            @Override
            public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
                return new WorkflowInboundCallsInterceptorBase(next) {
                    @Override
                    public Object newWorkflowMethodThread(Runnable work, String name) {
                        return super.newWorkflowMethodThread(looking(work), name);
                    }
                };
            }
        };
    }

    private Runnable looking(Runnable work) {
        return () -> {
            work.run();
            look("workflow");
        };
    }
}
