package dev.durahook.testsupport;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test where there is no Prometheus, or fails it where there has to be one. */
final class PrometheusCondition implements ExecutionCondition {

    private static final String REQUIRE = "DURAHOOK_REQUIRE_PROMETHEUS";

    private final Predicate<String> onPath;
    private final BooleanSupplier required;

    PrometheusCondition() {
        this(program -> Programs.find(program).isPresent(), PrometheusCondition::isRequired);
    }

    PrometheusCondition(Predicate<String> onPath, BooleanSupplier required) {
        this.onPath = onPath;
        this.required = required;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ConditionEvaluationResult result = evaluate();
        if (result.isDisabled()) {
            SkipNotice.print(context.getDisplayName(), Prometheus.REMEDY);
        }
        return result;
    }

    ConditionEvaluationResult evaluate() {
        if (Stream.of("prometheus", "promtool").allMatch(onPath)) {
            return ConditionEvaluationResult.enabled("prometheus and promtool are on PATH");
        }
        if (required.getAsBoolean()) {
            throw new IllegalStateException(Prometheus.REMEDY + " (" + REQUIRE + "=true)");
        }
        return ConditionEvaluationResult.disabled(Prometheus.REMEDY);
    }

    private static boolean isRequired() {
        return Boolean.parseBoolean(System.getProperty(REQUIRE, System.getenv(REQUIRE)));
    }
}
