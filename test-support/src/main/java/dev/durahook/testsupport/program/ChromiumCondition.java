package dev.durahook.testsupport.program;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Skips a test if Chromium is missing, or fails the test if Chromium is required. */
final class ChromiumCondition extends ProgramCondition {

    private static final String REQUIRE = "DURAHOOK_REQUIRE_CHROMIUM";

    ChromiumCondition() {
        this(Chromium::find, () -> isSet(REQUIRE));
    }

    ChromiumCondition(Supplier<Optional<Path>> browser, BooleanSupplier required) {
        super(REQUIRE, Chromium.REMEDY, () -> browser.get().map(found -> "chromium is " + found), required);
    }
}
