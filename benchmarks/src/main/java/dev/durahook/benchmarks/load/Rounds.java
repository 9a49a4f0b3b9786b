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

/**
 * Measures all modes in turns. Each round begins with another mode, so that no mode always follows the same.
 *
 * @param events of each measurement of throughput
 * @param seconds of each measurement of latency
 */
record Rounds(Session session, List<Mode> modes, int events, int inFlight, double seconds) {

    /**
     * Measures each mode: first the throughput of all, then the latencies of all.
     *
     * @param acknowledgedAt the rate for acknowledgements, as a part of the ceiling's; without a ceiling they are left out
     * @param effectAt the rate for effects, as a part of the mode's own
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
