package dev.durahook.benchmarks.load;

import dev.durahook.benchmarks.load.measure.Load;
import dev.durahook.benchmarks.load.measure.Measurement;
import dev.durahook.benchmarks.load.measure.Purpose;
import dev.durahook.benchmarks.load.mode.Mode;
import dev.durahook.benchmarks.load.traffic.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures all modes in turns. Each round begins with another mode, so that no mode is always the first.
 *
 * @param session the started modes
 * @param modes the modes that are measured
 * @param events the number of events in each measurement of throughput
 * @param inFlight the number of events that may be unanswered at a time in a measurement of throughput
 * @param seconds the length of each measurement of latency
 */
record Rounds(BenchmarkSession session, Set<Mode> modes, int events, int inFlight, double seconds) {

    /**
     * Measures first the throughput of all modes, and then the latencies of all modes.
     *
     * @param round the number of the round, from 1
     * @param acknowledgedAt the rate at which acknowledgements are measured, as a part of the rate of the mode
     *     {@code ceiling}; without this mode, acknowledgements are not measured
     * @param effectAt the rate at which first effects are measured, as a part of the rate of the mode itself
     */
    void run(int round, double acknowledgedAt, double effectAt) {
        List<Mode> turn = new ArrayList<>(modes);
        Collections.rotate(turn, 1 - round);
        Map<Mode, Double> perSecond = new EnumMap<>(Mode.class);
        turn.forEach(mode -> perSecond.put(mode, throughput(mode, round).perSecond()));
        Double ceiling = perSecond.get(Mode.CEILING);
        if (ceiling != null) {
            turn.forEach(mode -> open(mode, Purpose.ACKNOWLEDGEMENT, round, acknowledgedAt * ceiling));
        }
        turn.stream()
                .filter(Mode::isProcessed)
                .forEach(mode -> open(mode, Purpose.EFFECT, round, effectAt * perSecond.getOrDefault(mode, 0.0)));
    }

    private Measurement throughput(Mode mode, int round) {
        return session.measure(mode, Load.closed(Purpose.THROUGHPUT, round, events, inFlight));
    }

    private void open(Mode mode, Purpose purpose, int round, double rate) {
        session.measure(mode, Load.open(purpose, round, List.of(new Stage(rate, seconds))));
    }
}
