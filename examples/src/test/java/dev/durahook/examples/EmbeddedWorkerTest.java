package dev.durahook.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.util.ClassUtils;

/** This module depends on the worker as a team's application does, so this class path has the worker's dependencies. */
class EmbeddedWorkerTest {

    @Test
    void neitherAWebServerNorARegistryComesWithTheWorker() {
        assertThat(isPresent("dev.durahook.worker.WorkerApplication")).isTrue();
        assertThat(isPresent("org.apache.catalina.startup.Tomcat")).isFalse();
        assertThat(isPresent("org.springframework.web.servlet.DispatcherServlet"))
                .isFalse();
        assertThat(isPresent("io.micrometer.prometheusmetrics.PrometheusMeterRegistry"))
                .isFalse();
    }

    private static boolean isPresent(String name) {
        return ClassUtils.isPresent(name, EmbeddedWorkerTest.class.getClassLoader());
    }
}
