package dev.durahook.testsupport.program;

import dev.durahook.testsupport.SkipNotice;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test if a program is missing, or fails the test if the program is required. */
public abstract class ProgramCondition implements ExecutionCondition {

    private final String variable;
    private final String remedy;
    private final Supplier<Optional<String>> found;
    private final BooleanSupplier required;

    /**
     * A condition for one program, or for several that are needed together.
     *
     * @param variable the name of the environment variable or system property that makes the program required
     * @param remedy what to do if the program is missing
     * @param found says in words where the program is; empty if the program is missing
     */
    protected ProgramCondition(
            String variable, String remedy, Supplier<Optional<String>> found, BooleanSupplier required) {
        this.variable = variable;
        this.remedy = remedy;
        this.found = found;
        this.required = required;
    }

    @Override
    public final ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ConditionEvaluationResult result = evaluate();
        if (result.isDisabled()) {
            SkipNotice.print(context.getDisplayName(), remedy);
        }
        return result;
    }

    /**
     * Whether the test runs.
     *
     * @throws IllegalStateException if the program is required and missing
     */
    public final ConditionEvaluationResult evaluate() {
        Optional<String> where = found.get();
        if (where.isPresent()) {
            return ConditionEvaluationResult.enabled(where.get());
        }
        if (required.getAsBoolean()) {
            throw new IllegalStateException(remedy + " (" + variable + "=true)");
        }
        return ConditionEvaluationResult.disabled(remedy);
    }

    /** Whether an environment variable or a system property of this name is true. */
    protected static boolean isSet(String variable) {
        return Boolean.parseBoolean(System.getProperty(variable, System.getenv(variable)));
    }
}
