package dev.durahook.testsupport.program;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Skips a test if Prometheus is missing, or fails the test if Prometheus is required. */
final class PrometheusCondition extends ProgramCondition {

    private static final String REQUIRE = "DURAHOOK_REQUIRE_PROMETHEUS";

    PrometheusCondition() {
        this(program -> Programs.find(program).isPresent(), () -> isSet(REQUIRE));
    }

    PrometheusCondition(Predicate<String> onPath, BooleanSupplier required) {
        super(REQUIRE, Prometheus.REMEDY, () -> found(onPath), required);
    }

    private static Optional<String> found(Predicate<String> onPath) {
        return Stream.of("prometheus", "promtool").allMatch(onPath)
                ? Optional.of("prometheus and promtool are on PATH")
                : Optional.empty();
    }
}
