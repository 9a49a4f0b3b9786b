package dev.durahook.workflows.runs;

import io.temporal.common.converter.EncodedValues;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor.SignalInput;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import io.temporal.workflow.DynamicSignalHandler;
import io.temporal.workflow.HandlerUnfinishedPolicy;
import io.temporal.workflow.Workflow;
import java.util.ConcurrentModificationException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that each signal is handled once. The SDK keeps signals that came before their handler was registered,
 * and hands all of them out again at each further registration. The first step of a workflow registers the signals of
 * parking. A handler of all signals gets the kept signals past the interceptors, and without their event IDs.
 *
 * <p>While the SDK (1.39) hands the signals out, it keeps each signal that still has no handler once more, in the same
 * deque. If the deque has to grow and the SDK has handed out fewer than 17 signals by then, the loop over the deque ends
 * with a {@link ConcurrentModificationException}: nine signals that the workflow does not know are enough. Without this
 * class, the workflow task would fail again and again. The handlers are registered before the loop, and the deque that
 * has grown has room for at least 19 more signals, so the loop ends at a further try.
 */
final class EarlySignals extends WorkflowOutboundCallsInterceptorBase {

    private static final String CHANGE = "durahook.signal-once";
    private static final RegisterSignalHandlersInput NO_MORE_HANDLERS = new RegisterSignalHandlersInput(List.of());

    // The deque may be full again before the next try: a handler of a signal may register handlers itself.
    private static final int MOST_TRIES = 5;

    private final Set<Long> handled = new HashSet<>();
    private int registrations;
    private @Nullable RuntimeException ofHandler;

    EarlySignals(WorkflowOutboundCallsInterceptor next) {
        super(next);
    }

    /**
     * Whether the signal was handled before. The version is recorded only if the SDK hands a signal out again, because
     * runs of earlier versions have handled it again.
     */
    boolean isRepeated(SignalInput signal) {
        return registrations > 0 && !handled.add(signal.getEventId()) && handlesOnce();
    }

    private static boolean handlesOnce() {
        return Workflow.getVersion(CHANGE, Workflow.DEFAULT_VERSION, 1) == 1;
    }

    /** Notes that a signal's handler has failed, so that its failure is not taken for a failure of the SDK. */
    void handlerFailed(RuntimeException failure) {
        ofHandler = failure;
    }

    @Override
    public void registerSignalHandlers(RegisterSignalHandlersInput input) {
        registrations++;
        try {
            register(input, MOST_TRIES);
        } finally {
            registrations--;
        }
    }

    private void register(RegisterSignalHandlersInput input, int tries) {
        try {
            super.registerSignalHandlers(input);
        } catch (ConcurrentModificationException e) {
            if (e == ofHandler || tries == 1) {
                throw e;
            }
            // Without a handler to register, the SDK only hands the kept signals out.
            register(NO_MORE_HANDLERS, tries - 1);
        }
    }

    @Override
    public void registerDynamicSignalHandler(RegisterDynamicSignalHandlerInput input) {
        KeptSignals kept = new KeptSignals(input.getHandler());
        super.registerDynamicSignalHandler(new RegisterDynamicSignalHandlerInput(kept));
        kept.registering = false;
        if (kept.hasLeftOut) {
            // This time the SDK hands the kept signals out with their event IDs.
            registerSignalHandlers(NO_MORE_HANDLERS);
        }
    }

    /** Leaves out the signals that come without their event IDs, while a handler of all signals is registered. */
    private static final class KeptSignals implements DynamicSignalHandler {

        private final DynamicSignalHandler handler;
        private boolean registering = true;
        private boolean hasLeftOut;

        KeptSignals(DynamicSignalHandler handler) {
            this.handler = handler;
        }

        @Override
        public void handle(String signal, EncodedValues input) {
            if (registering && handlesOnce()) {
                hasLeftOut = true;
            } else {
                handler.handle(signal, input);
            }
        }

        @Override
        public HandlerUnfinishedPolicy getUnfinishedPolicy(String signal) {
            return handler.getUnfinishedPolicy(signal);
        }

        @Override
        public String getDescription() {
            return handler.getDescription();
        }
    }
}
