package dev.durahook.benchmarks.load.traffic;

import dev.durahook.loadsupport.time.MicroTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a schedule with a steady rate.
 *
 * @param rate the number of events a second
 * @param seconds how long the stage lasts
 */
public record Stage(double rate, double seconds) {

    /** The number of events of the stage. */
    public int events() {
        return (int) Math.round(rate * seconds);
    }

    /** The moments at which the events of these stages must be sent, in microseconds after the start. */
    public static List<Long> schedule(List<Stage> stages) {
        List<Long> offsets = new ArrayList<>();
        double start = 0;
        for (Stage stage : stages) {
            for (int i = 0; i < stage.events(); i++) {
                offsets.add(Math.round((start + i / stage.rate) * MicroTime.SECOND));
            }
            start += stage.seconds;
        }
        return offsets;
    }
}
