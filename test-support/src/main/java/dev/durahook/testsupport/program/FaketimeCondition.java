package dev.durahook.testsupport.program;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Skips a test if libfaketime is missing, or fails the test if libfaketime is required. */
final class FaketimeCondition extends ProgramCondition {

    private static final String REQUIRE = "DURAHOOK_REQUIRE_FAKETIME";

    FaketimeCondition() {
        this(Faketime::find, () -> isSet(REQUIRE));
    }

    FaketimeCondition(Supplier<Optional<Path>> library, BooleanSupplier required) {
        super(REQUIRE, Faketime.REMEDY, () -> library.get().map(found -> "libfaketime is " + found), required);
    }
}
