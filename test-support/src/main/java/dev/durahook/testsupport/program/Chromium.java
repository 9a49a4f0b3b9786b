package dev.durahook.testsupport.program;

import java.nio.file.Path;
import java.util.Optional;

/** Finds Chromium and the program that drives it, if this machine has both. */
public final class Chromium {

    /** The remedy if one of the two is missing. */
    static final String REMEDY =
            "chromium and chromedriver are not both on PATH: on Debian, apt-get install chromium chromium-driver";

    private Chromium() {}

    /** The browser's executable. */
    public static Path browser() {
        return require("chromium");
    }

    /** The driver's executable. */
    public static Path driver() {
        return require("chromedriver");
    }

    static Optional<Path> find() {
        return Programs.find("chromedriver").flatMap(driver -> Programs.find("chromium"));
    }

    private static Path require(String program) {
        return Programs.find(program).orElseThrow(() -> new IllegalStateException(REMEDY));
    }
}
