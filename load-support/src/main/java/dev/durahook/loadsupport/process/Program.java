package dev.durahook.loadsupport.process;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Runs a command that sends events over HTTP and starts processes. */
public final class Program {

    private Program() {}

    /**
     * Runs a command, and ends the JVM with the command's exit code.
     *
     * @param command a command of picocli
     * @param log what is logged of the libraries
     */
    public static void run(Object command, Level log, String... arguments) {
        // In seconds. The receiver keeps idle connections longer: a request on a closed connection would fail.
        System.setProperty("jdk.httpclient.keepalive.timeout", "5");
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(log);
        System.exit(new CommandLine(command)
                .setExecutionExceptionHandler((failure, line, parsed) -> report(failure))
                .execute(arguments));
    }

    // A missing program, jar or server is reported in a sentence. Any other failure is a fault of the command.
    private static int report(Exception failure) throws Exception {
        if (failure instanceof IllegalStateException || failure instanceof IllegalArgumentException) {
            System.err.println(failure.getMessage());
            return 1;
        }
        throw failure;
    }
}
