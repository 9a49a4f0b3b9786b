package dev.durahook.testsupport.temporal;

import dev.durahook.testsupport.program.ProgramCondition;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Skips a test if the command {@code temporal} is missing, or fails the test if the command is required. */
final class TemporalCondition extends ProgramCondition {

    private static final String REQUIRE = "DURAHOOK_REQUIRE_TEMPORAL";

    TemporalCondition() {
        this(TemporalCli::find, () -> isSet(REQUIRE));
    }

    TemporalCondition(Supplier<Optional<Path>> cli, BooleanSupplier required) {
        super(REQUIRE, TemporalCli.REMEDY, () -> cli.get().map(found -> "temporal is " + found), required);
    }
}
