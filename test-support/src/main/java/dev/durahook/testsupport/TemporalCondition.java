package dev.durahook.testsupport;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test where there is no {@code temporal}, or fails it where there has to be one. */
final class TemporalCondition implements ExecutionCondition {

    private static final String REQUIRE = "DURAHOOK_REQUIRE_TEMPORAL";

    private final Supplier<Optional<Path>> cli;
    private final BooleanSupplier required;

    TemporalCondition() {
        this(TemporalCli::find, TemporalCondition::isRequired);
    }

    TemporalCondition(Supplier<Optional<Path>> cli, BooleanSupplier required) {
        this.cli = cli;
        this.required = required;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ConditionEvaluationResult result = evaluate();
        if (result.isDisabled()) {
            SkipNotice.print(context.getDisplayName(), TemporalCli.REMEDY);
        }
        return result;
    }

    ConditionEvaluationResult evaluate() {
        Optional<Path> found = cli.get();
        if (found.isPresent()) {
            return ConditionEvaluationResult.enabled("temporal is " + found.get());
        }
        if (required.getAsBoolean()) {
            throw new IllegalStateException(TemporalCli.REMEDY + " (" + REQUIRE + "=true)");
        }
        return ConditionEvaluationResult.disabled(TemporalCli.REMEDY);
    }

    private static boolean isRequired() {
        return Boolean.parseBoolean(System.getProperty(REQUIRE, System.getenv(REQUIRE)));
    }
}
