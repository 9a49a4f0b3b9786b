package dev.durahook.benchmarks.load.bare;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.common.converter.RawValue;

/** The activity that has the same effect as the handler that Durahook runs. */
@ActivityInterface
public interface BareActivities {

    /** Notes the moment of the effect, and does nothing else. */
    @ActivityMethod(name = "benchmark_effect")
    void effect(String id, RawValue body);
}
