package dev.durahook.testsupport;

/**
 * Prints on the console why a test is skipped. Maven itself prints only a count, and writes the reason into a report
 * file.
 */
public final class SkipNotice {

    private SkipNotice() {}

    /**
     * Prints one line.
     *
     * @param what the test or the class that is skipped
     * @param reason what is missing, with the remedy
     */
    public static void print(String what, String reason) {
        System.err.println("SKIPPED " + what + ": " + reason);
    }
}
