package dev.durahook.worker.inline;

import dev.durahook.workflows.attempt.NoAttempt;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.activity.ManualActivityCompletionClient;
import io.temporal.common.interceptors.ActivityExecutionContextBase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * The context of a local activity that may make a step's attempt. While the attempt runs, the context describes it, so
 * that logs, metrics and the count of slots name the step. An attempt that wants to be completed later, by its task
 * token, ends here: only a scheduled activity has a token.
 */
final class StepContext extends ActivityExecutionContextBase {

    private volatile ActivityInfo info;
    private volatile boolean describesStep;

    StepContext(ActivityExecutionContext plan) {
        super(plan);
        this.info = plan.getInfo();
    }

    @Override
    public ActivityInfo getInfo() {
        return info;
    }

    @Override
    public byte[] getTaskToken() {
        requireNoStep();
        return super.getTaskToken();
    }

    @Override
    public void doNotCompleteOnReturn() {
        requireNoStep();
        super.doNotCompleteOnReturn();
    }

    @Override
    public ManualActivityCompletionClient useLocalManualCompletion() {
        requireNoStep();
        return super.useLocalManualCompletion();
    }

    private void requireNoStep() {
        if (describesStep) {
            throw NoAttempt.because("the activity is completed by its task token");
        }
    }

    /** From now on, describes an attempt of an activity that a task queue would have run. */
    void describe(String activity, String taskQueue) {
        ActivityInfo plan = info;
        describesStep = true;
        info = (ActivityInfo) Proxy.newProxyInstance(
                ActivityInfo.class.getClassLoader(),
                new Class<?>[] {ActivityInfo.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getActivityType" -> activity;
                    case "getActivityTaskQueue" -> taskQueue;
                    case "isLocal" -> false;
                    case "getTaskToken" -> getTaskToken();
                    default -> call(plan, method, arguments);
                });
    }

    private static Object call(ActivityInfo plan, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(plan, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
