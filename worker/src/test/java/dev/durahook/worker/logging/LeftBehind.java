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

/** Reads the fields of each thread after the interceptor under test and before Temporal's own cleaning up. */
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

    /** Must be the last interceptor, which is called first and returns last. */
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

    /** Must be the first interceptor: it wraps a thread's work last, so that its wrapper is around all others. */
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
