package dev.durahook.benchmarks.load.traffic;

/** A body of a chosen length, with the fields of a push that a summary shows. */
public final class SampleBody {

    private static final String START =
            "{\"ref\":\"refs/heads/main\",\"repository\":{\"full_name\":\"example/shop\"},\"padding\":\"";
    private static final String END = "\"}";

    private SampleBody() {}

    /**
     * JSON of this many bytes.
     *
     * @throws IllegalArgumentException if the length is too small
     */
    public static String of(int bytes) {
        int padding = bytes - START.length() - END.length();
        if (padding < 0) {
            throw new IllegalArgumentException("a body has at least " + (bytes - padding) + " bytes");
        }
        return START + "x".repeat(padding) + END;
    }
}
