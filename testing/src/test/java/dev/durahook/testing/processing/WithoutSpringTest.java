package dev.durahook.testing.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A handler's test runs without Spring and the receiver, because its author needs neither. */
class WithoutSpringTest {

    @Test
    void handlerRunsWithNeitherSpringNorTheReceiver() throws Exception {
        try (URLClassLoader classes = new URLClassLoader(path(), ClassLoader.getPlatformClassLoader())) {
            run(classes);
            assertThatCode(() -> classes.loadClass("dev.durahook.receiver.source.Source"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatCode(() -> classes.loadClass("org.springframework.core.env.Environment"))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    // Jackson looks for its modules by the class loader of the thread.
    private static void run(ClassLoader classes) throws ReflectiveOperationException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(classes);
        try {
            classes.loadClass(AuthorsTest.class.getName()).getMethod("run").invoke(null);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL[] path() {
        Stream<String> entries =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
        URL[] path = entries.filter(entry -> !entry.contains("spring") && !entry.contains("receiver"))
                .map(WithoutSpringTest::url)
                .toArray(URL[]::new);
        assertThat(path).isNotEmpty();
        return path;
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }

    /** Loaded by the class loader that has no Spring. */
    public static final class AuthorsTest {

        private AuthorsTest() {}

        /** Called by name. */
        public static void run() {
            WelcomeMail handler = new WelcomeMail();
            handler.serverDown = true;
            try (TestWorker worker = TestWorker.of(handler).under("mail", TestPolicy.attempts(3))) {
                worker.process("shop.customer_created", "{\"id\": 7}")
                        .assertAttempts(3)
                        .assertParked("MailServerDown");
            }
        }
    }
}
