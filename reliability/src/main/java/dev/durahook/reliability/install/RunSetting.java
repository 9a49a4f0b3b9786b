package dev.durahook.reliability.install;

import dev.durahook.loadsupport.process.Jars;
import dev.durahook.loadsupport.process.Ports;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The values that all processes of a run share.
 *
 * @param run the name of the run, with which the names of its task queues, destinations and events begin
 * @param jars the jars of the applications
 * @param olderJars the jars of an older version, to which the applications go back and forth; null if there are none
 * @param ports the ports for the processes
 * @param heap the largest heap of each JVM, such as {@code 384m}
 * @param folder the folder for the logs and the records
 * @param starts counts the starts, so that each process has a log of its own
 */
public record RunSetting(
        String run, Jars jars, @Nullable Jars olderJars, Ports ports, String heap, Path folder, AtomicInteger starts) {

    /** The file in which the HTTP destination notes its events. */
    public Path delivered() {
        return folder.resolve("seen-delivered");
    }

    /** The file in which the activity notes its events. */
    public Path scored() {
        return folder.resolve("seen-scored");
    }

    /** The beginning of the IDs of the workflows to which events are handed over. */
    public String targets() {
        return run + "-order-";
    }

    /** The task queue of these workflows and of the activity. */
    public String targetQueue() {
        return run + "-targets";
    }

    Path log(String process) {
        return folder.resolve(String.format(Locale.ROOT, "%03d-%s.log", starts.incrementAndGet(), process));
    }
}
