package dev.durahook.receiver.ingest;

import java.util.Locale;

/** Turns enum constants into label values for metrics and logs. */
final class Labels {

    private Labels() {}

    /** {@code SIGNATURE_MISMATCH} becomes {@code signature-mismatch}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
