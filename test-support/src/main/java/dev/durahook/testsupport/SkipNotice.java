package dev.durahook.testsupport;

/**
 * Prints on the console why a test is skipped. Maven itself prints only a count, and writes the reason into a report
 * file.
 */
final class SkipNotice {

    private SkipNotice() {}

    static void print(String what, String reason) {
        System.err.println("SKIPPED " + what + ": " + reason);
    }
}
