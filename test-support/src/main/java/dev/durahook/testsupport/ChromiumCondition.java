package dev.durahook.testsupport;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test where there is no Chromium, or fails it where there has to be one. */
final class ChromiumCondition implements ExecutionCondition {

    private static final String REQUIRE = "DURAHOOK_REQUIRE_CHROMIUM";

    private final Supplier<Optional<Path>> browser;
    private final BooleanSupplier required;

    ChromiumCondition() {
        this(Chromium::find, ChromiumCondition::isRequired);
    }

    ChromiumCondition(Supplier<Optional<Path>> browser, BooleanSupplier required) {
        this.browser = browser;
        this.required = required;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ConditionEvaluationResult result = evaluate();
        if (result.isDisabled()) {
            SkipNotice.print(context.getDisplayName(), Chromium.REMEDY);
        }
        return result;
    }

    ConditionEvaluationResult evaluate() {
        Optional<Path> found = browser.get();
        if (found.isPresent()) {
            return ConditionEvaluationResult.enabled("chromium is " + found.get());
        }
        if (required.getAsBoolean()) {
            throw new IllegalStateException(Chromium.REMEDY + " (" + REQUIRE + "=true)");
        }
        return ConditionEvaluationResult.disabled(Chromium.REMEDY);
    }

    private static boolean isRequired() {
        return Boolean.parseBoolean(System.getProperty(REQUIRE, System.getenv(REQUIRE)));
    }
}
