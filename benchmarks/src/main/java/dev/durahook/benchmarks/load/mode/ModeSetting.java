package dev.durahook.benchmarks.load.mode;

import dev.durahook.benchmarks.load.server.TestedServer;
import dev.durahook.loadsupport.effect.EffectLog;
import dev.durahook.loadsupport.process.Jars;
import dev.durahook.loadsupport.process.Ports;
import java.nio.file.Path;
import java.util.List;

/**
 * The configuration that all modes of a run of the benchmark share.
 *
 * @param run the name of the run, with which the names of its task queues and events begin
 * @param server the server on which everything is measured
 * @param jars the jars of the applications
 * @param ports the ports for the applications
 * @param heap the largest heap of each JVM, such as {@code 512m}
 * @param body the body of every event
 * @param destination whether Durahook sends events to an HTTP destination instead of running a handler
 * @param others the configured sources and routes that no event uses
 * @param folder the folder for the logs and the files of effects
 */
public record ModeSetting(
        String run,
        TestedServer server,
        Jars jars,
        Ports ports,
        String heap,
        String body,
        boolean destination,
        UnusedDeclarations others,
        Path folder) {

    String queue(Mode mode) {
        return run + "-" + mode.label();
    }

    Path effects(Mode mode) {
        return folder.resolve("effects-" + mode.label());
    }

    Path log(String process) {
        return folder.resolve(process + ".log");
    }

    // Like the options of the product's images, but the heap does not depend on the machine's memory.
    List<String> jvmOptions(Mode mode) {
        return List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError", "-D" + EffectLog.PROPERTY + "=" + effects(mode));
    }
}
