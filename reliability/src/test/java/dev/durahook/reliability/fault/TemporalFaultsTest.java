package dev.durahook.reliability.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.loadsupport.process.LoggedProcess;
import dev.durahook.loadsupport.time.MicroTime;
import dev.durahook.reliability.install.Backup;
import dev.durahook.reliability.process.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order that the runbook asks for. The worker is a process that sleeps. */
class TemporalFaultsTest {

    @TempDir
    private Path folder;

    private final List<String> done = new ArrayList<>();
    private final List<Long> moments = new ArrayList<>();
    private long newest;
    private Node worker;
    private Fault restore;

    @BeforeEach
    void start() {
        worker = Node.start("worker", () -> {
            done.add("worker started");
            LoggedProcess process = LoggedProcess.start(List.of("sleep", "600"), folder.resolve("log"));
            newest = process.id();
            return process;
        });
        restore = TemporalFaults.restore(new NotedBackup(), worker, moment -> {
            moments.add(moment);
            done.add("delivered again");
        });
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    @Test
    void workerIsAwayWhileTheDatabaseIsPutBack() {
        restore.begin().run();
        restore.end().run();

        assertThat(done)
                .containsExactly(
                        "worker started",
                        "backup, with the worker",
                        "put back, without the worker",
                        "worker started",
                        "delivered again");
    }

    @Test
    void sendersDeliverAgainWhatWasAcknowledgedAfterTheBackupBegan() {
        long before = MicroTime.now();
        restore.begin().run();
        restore.end().run();

        assertThat(moments).hasSize(2);
        assertThat(moments.get(1)).isBetween(before, moments.get(0));
    }

    @Test
    void noOtherFaultOfWorkerOrTemporalIsThereAtTheSameTime() {
        assertThat(restore.parts()).containsExactlyInAnyOrder("Temporal", "worker");
    }

    private final class NotedBackup implements Backup {

        @Override
        public void make() {
            moments.add(MicroTime.now());
            done.add("backup, " + worker());
        }

        @Override
        public void putBack() {
            done.add("put back, " + worker());
        }

        private String worker() {
            boolean isAlive =
                    ProcessHandle.of(newest).filter(ProcessHandle::isAlive).isPresent();
            return isAlive ? "with the worker" : "without the worker";
        }
    }
}
