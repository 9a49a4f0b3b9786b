package dev.durahook.testsupport.program;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that run {@code prometheus} and {@code promtool}. Without both on PATH they are skipped with a notice;
 * with {@code DURAHOOK_REQUIRE_PROMETHEUS=true}, as an environment variable or a system property, they fail instead.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PrometheusCondition.class)
public @interface RequiresPrometheus {}
