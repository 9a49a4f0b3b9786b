package dev.durahook.worker.inline;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityExecutionContextBase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * The context of the activity that makes the plan. While a step's attempt runs, the context describes that attempt, so
 * that logs, metrics and the count of slots name the step.
 */
final class StepContext extends ActivityExecutionContextBase {

    private volatile ActivityInfo info;

    StepContext(ActivityExecutionContext plan) {
        super(plan);
        this.info = plan.getInfo();
    }

    @Override
    public ActivityInfo getInfo() {
        return info;
    }

    /** From now on, describes an attempt of an activity that a task queue would have run. */
    void describe(String activity, String taskQueue) {
        ActivityInfo plan = info;
        info = (ActivityInfo) Proxy.newProxyInstance(
                ActivityInfo.class.getClassLoader(),
                new Class<?>[] {ActivityInfo.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getActivityType" -> activity;
                    case "getActivityTaskQueue" -> taskQueue;
                    case "isLocal" -> false;
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
