package dev.durahook.testsupport.program;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that move the wall clock of a running process. Without libfaketime such tests are skipped with a notice.
 * With {@code DURAHOOK_REQUIRE_FAKETIME=true}, as an environment variable or a system property, the tests fail instead.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FaketimeCondition.class)
public @interface RequiresFaketime {}
