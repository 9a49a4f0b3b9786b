package dev.durahook.testsupport.temporal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that need a real development server of Temporal. Without {@code temporal} on PATH they are skipped with a
 * notice; with {@code DURAHOOK_REQUIRE_TEMPORAL=true}, as an environment variable or a system property, they fail
 * instead.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TemporalCondition.class)
public @interface RequiresTemporal {}
