package dev.durahook.receiver.text;

import java.util.Locale;

/** Turns enum constants into words for metrics, logs and messages. */
public final class Labels {

    private Labels() {}

    /** {@code SIGNATURE_MISMATCH} becomes {@code signature-mismatch}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
