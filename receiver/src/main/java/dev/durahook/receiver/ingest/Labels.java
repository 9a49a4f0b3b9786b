package dev.durahook.receiver.ingest;

import java.util.Locale;

/** Names for metrics and logs, of closed sets. */
final class Labels {

    private Labels() {}

    /** {@code SIGNATURE_MISMATCH} becomes {@code signature-mismatch}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
