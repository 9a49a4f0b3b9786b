package dev.durahook.benchmarks.load.report;

import dev.durahook.benchmarks.load.measure.EventResult;
import dev.durahook.benchmarks.load.measure.Measurement;
import dev.durahook.loadsupport.report.Numbers;

/** Shows the progress of the benchmark on standard error. */
public final class ProgressOutput {

    private ProgressOutput() {}

    public static void say(String line) {
        System.err.println(line);
    }

    /** Prints the most important values of a measurement. */
    public static void say(Measurement measurement) {
        say(String.format(
                "round %s %s %s: %s of %s stored, %s/s, CPU %s ms, other work keeps %s processors busy, lost %s,"
                        + " repeated %s",
                measurement.load().round(),
                measurement.load().purpose(),
                measurement.mode(),
                measurement.stored(),
                measurement.results().size(),
                Numbers.text(measurement.perSecond()),
                Numbers.text(measurement.usageOfAnEvent().machine()),
                Numbers.text(measurement.otherLoad()),
                measurement.count(EventResult::isLost),
                measurement.count(EventResult::isRepeated)));
    }
}
