package dev.durahook.testsupport;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * The lines that a logger writes during a test, independent of Logback's pattern. Only for modules whose tests log with
 * Logback. A Spring Boot application resets Logback when it starts, so a test must start an application earlier, such as
 * in a field of the test class.
 */
public final class LogLines implements BeforeEachCallback, AfterEachCallback {

    private final Logger logger;
    private final List<ILoggingEvent> lines = new CopyOnWriteArrayList<>();
    private final Map<Logger, Optional<Level>> levelsBefore = new HashMap<>();
    private final Appender<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
            if (isOfTest.test(Thread.currentThread())) {
                line.prepareForDeferredProcessing();
                lines.add(line);
            }
        }
    };
    private Optional<Level> level = Optional.empty();
    private Predicate<Thread> isOfTest = thread -> true;

    private LogLines(Logger logger) {
        this.logger = logger;
    }

    /** The lines of the logger of this class. */
    public static LogLines of(Class<?> type) {
        return of(type.getName());
    }

    /** The lines of the logger of this name. */
    public static LogLines of(String name) {
        return new LogLines(logger(name));
    }

    /** The same lines, with the logger at this level until the test ends. Another test may have changed the level. */
    public LogLines at(Level ofLogger) {
        level = Optional.of(ofLogger);
        return this;
    }

    /** Only the lines that the test's own thread writes. An application that another test started may write others. */
    public LogLines ofOwnThread() {
        Thread own = Thread.currentThread();
        isOfTest = own::equals;
        return this;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        listenTo(logger);
    }

    /** Adds the lines that another logger writes from now on. */
    public void listenTo(String name) {
        listenTo(logger(name));
    }

    /** Changes the level of the logger until the test ends. */
    public void setLevel(Level newLevel) {
        logger.setLevel(newLevel);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        levelsBefore.forEach((written, before) -> {
            written.detachAppender(appender);
            written.setLevel(before.orElse(null));
        });
    }

    /** The lines so far, with level and thread. */
    public List<ILoggingEvent> events() {
        return List.copyOf(lines);
    }

    /** The texts of the lines so far. */
    public List<String> messages() {
        return lines.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** Forgets the lines so far. */
    public void clear() {
        lines.clear();
    }

    private void listenTo(Logger written) {
        levelsBefore.put(written, Optional.ofNullable(written.getLevel()));
        level.ifPresent(written::setLevel);
        appender.start();
        written.addAppender(appender);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
