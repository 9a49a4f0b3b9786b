package dev.durahook.testsupport;

/** Says on the console why a test is skipped. Maven writes the reason into a report that nobody opens, and prints a count. */
final class SkipNotice {

    private SkipNotice() {}

    static void print(String what, String reason) {
        System.err.println("SKIPPED " + what + ": " + reason);
    }
}
