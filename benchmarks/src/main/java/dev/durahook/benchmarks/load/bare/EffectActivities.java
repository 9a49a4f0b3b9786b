package dev.durahook.benchmarks.load.bare;

import dev.durahook.loadsupport.effect.EffectLog;
import io.temporal.common.converter.RawValue;

/** Notes each effect in a log. */
record EffectActivities(EffectLog log) implements BareActivities {

    @Override
    public void effect(String id, RawValue body) {
        log.note(id);
    }
}
