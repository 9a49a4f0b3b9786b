package dev.durahook.workflows.runs;

import io.temporal.common.converter.EncodedValues;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor.SignalInput;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import io.temporal.workflow.DynamicSignalHandler;
import io.temporal.workflow.HandlerUnfinishedPolicy;
import io.temporal.workflow.Workflow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sees to it that each signal is handled once. The SDK keeps signals that came before their handler was registered, and
 * hands all of them out again at each further registration. The first step of a workflow registers the signals of
 * parking. A handler of all signals gets the kept signals past the interceptors, and without their event IDs.
 */
final class EarlySignals extends WorkflowOutboundCallsInterceptorBase {

    private static final String CHANGE = "durahook.signal-once";

    private final Set<Long> handled = new HashSet<>();
    private int registrations;

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

    @Override
    public void registerSignalHandlers(RegisterSignalHandlersInput input) {
        registrations++;
        try {
            super.registerSignalHandlers(input);
        } finally {
            registrations--;
        }
    }

    @Override
    public void registerDynamicSignalHandler(RegisterDynamicSignalHandlerInput input) {
        KeptSignals kept = new KeptSignals(input.getHandler());
        super.registerDynamicSignalHandler(new RegisterDynamicSignalHandlerInput(kept));
        kept.registering = false;
        if (kept.hasLeftOut) {
            // Without a handler to register, the SDK only hands the kept signals out, this time with their event IDs.
            registerSignalHandlers(new RegisterSignalHandlersInput(List.of()));
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
