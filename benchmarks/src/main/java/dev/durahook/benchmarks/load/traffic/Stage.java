package dev.durahook.benchmarks.load.traffic;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a schedule with a steady rate.
 *
 * @param rate events a second
 * @param seconds how long the stage lasts
 */
public record Stage(double rate, double seconds) {

    private static final double MICROS = 1e6;

    /** How many events the stage has. */
    public int events() {
        return (int) Math.round(rate * seconds);
    }

    /** When the events of these stages are to be sent, in microseconds after the start. */
    public static List<Long> schedule(List<Stage> stages) {
        List<Long> offsets = new ArrayList<>();
        double start = 0;
        for (Stage stage : stages) {
            for (int i = 0; i < stage.events(); i++) {
                offsets.add(Math.round((start + i / stage.rate) * MICROS));
            }
            start += stage.seconds;
        }
        return offsets;
    }
}
