package dev.durahook.testsupport;

/**
 * Tells a test whether to try all of its generated cases, or a few of them, so that {@code mvn test} is fast.
 *
 * <p>The system property {@code durahook.test.cases} is {@code few} or {@code all}. The build sets {@code all} for tests
 * named {@code *IT}, and {@code few} for others.
 */
public final class Cases {

    private static final String KEY = "durahook.test.cases";

    private Cases() {}

    /** How many cases to try: {@code few} or {@code all}. */
    public static int of(int few, int all) {
        return switch (System.getProperty(KEY, "few")) {
            case "few" -> few;
            case "all" -> all;
            default -> throw new IllegalArgumentException(KEY + " must be few or all");
        };
    }
}
