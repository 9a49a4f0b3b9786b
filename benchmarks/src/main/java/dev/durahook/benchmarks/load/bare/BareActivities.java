package dev.durahook.benchmarks.load.bare;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.common.converter.RawValue;

/** The same effect as the handler's, as an activity. */
@ActivityInterface
public interface BareActivities {

    /** Notes the moment, and nothing else. */
    @ActivityMethod(name = "benchmark_effect")
    void effect(String id, RawValue body);
}
