package dev.durahook.combined;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sends events one after the other while clocks jump, each event twice, and asks after each whether the processes are
 * ready.
 */
final class JumpTraffic implements AutoCloseable {

    private static final long PAUSE_MILLIS = 50;
    private static final int EVENTS_AT_LEAST = 20;

    private final JumpingProcess receiver;
    private final List<JumpingProcess> processes;
    private final Map<String, List<Integer>> answers = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread = new Thread(this::send, "traffic");
    private volatile int unready;

    private JumpTraffic(JumpingProcess receiver, List<JumpingProcess> processes) {
        this.receiver = receiver;
        this.processes = processes;
    }

    static JumpTraffic begin(JumpingProcess receiver, List<JumpingProcess> processes) {
        JumpTraffic traffic = new JumpTraffic(receiver, processes);
        traffic.thread.start();
        return traffic;
    }

    private void send() {
        try {
            for (int i = 0; !end.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS); i++) {
                String id = "t" + i;
                boolean signed = i % 2 == 0;
                answers.put(
                        signed ? "hub:" + id : "webhook:" + id,
                        signed
                                ? List.of(receiver.postSigned("inline", id), receiver.postSigned("inline", id))
                                : List.of(receiver.post("steady", id), receiver.post("steady", id)));
                if (!processes.stream().allMatch(JumpingProcess::isReady)) {
                    unready++;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the traffic, and returns the IDs of all events, each of which was accepted once and known after that. */
    List<String> endAccepted() throws InterruptedException {
        Await.until("enough events are sent", () -> answers.size() >= EVENTS_AT_LEAST);
        end.countDown();
        thread.join();
        assertThat(unready).as("how often a process was not ready").isLessThan(answers.size() / 4);
        assertThat(answers.values()).allSatisfy(given -> assertThat(given).containsExactly(202, 200));
        return List.copyOf(answers.keySet());
    }

    @Override
    public void close() {
        end.countDown();
    }
}
