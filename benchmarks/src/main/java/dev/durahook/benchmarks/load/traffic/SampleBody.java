package dev.durahook.benchmarks.load.traffic;

/** A body of any length, with the fields of a push that an event's summary shows. */
public final class SampleBody {

    private static final String START =
            "{\"ref\":\"refs/heads/main\",\"repository\":{\"full_name\":\"example/shop\"},\"padding\":\"";
    private static final String END = "\"}";

    private SampleBody() {}

    /**
     * A JSON object of this many bytes.
     *
     * @throws IllegalArgumentException if the fields need more bytes
     */
    public static String of(int bytes) {
        int padding = bytes - START.length() - END.length();
        if (padding < 0) {
            throw new IllegalArgumentException("a body must have at least " + (bytes - padding) + " bytes");
        }
        return START + "x".repeat(padding) + END;
    }
}
