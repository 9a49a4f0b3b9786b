package dev.durahook.receiver.explain;

import dev.durahook.receiver.signature.Rejection;

/**
 * What is most likely wrong with a delivery whose signature does not match.
 *
 * @param suspicion what it is
 * @param detail the same in words, with the remedy; no secret, and no URL, which may hold one
 */
public record Diagnosis(Suspicion suspicion, String detail) {

    /** A closed set, because it labels a metric. {@link Rejection} says what is known, this what is guessed. */
    public enum Suspicion {
        /** It is the right signature in another encoding. */
        SIGNATURE_ENCODING,
        /** It is the signature of the same body before something on the way wrote it anew. */
        BODY_RESERIALISED,
        /** It is the signature of another URL than the one that is declared. */
        PUBLIC_URL,
        /** The file of a secret can't be used, and what it held before does not fit. */
        SECRET_UNREADABLE,
        /** Nothing that was tried fits: most likely another secret, or a stranger. */
        UNKNOWN
    }

    static Diagnosis of(Trial trial) {
        return switch (trial.cause()) {
            case ENCODING -> new Diagnosis(Suspicion.SIGNATURE_ENCODING, said(trial));
            case BODY_CHANGED -> new Diagnosis(Suspicion.BODY_RESERIALISED, said(trial));
            case PUBLIC_URL -> new Diagnosis(Suspicion.PUBLIC_URL, trial.cause().remedy());
            case NONE,
                    NOT_SIGNED,
                    TIMESTAMP,
                    SECRET_NOT_VALID,
                    PREFIX,
                    SECRET_FORM,
                    SECRET_WHITE_SPACE,
                    ALGORITHM,
                    TIMESTAMP_UNIT,
                    OTHER_SOURCE,
                    REFUSED,
                    UNKNOWN -> unknown();
        };
    }

    /**
     * The file of a secret can't be used.
     *
     * @param problem which one, what is wrong with it and what to do
     */
    static Diagnosis unreadable(String problem) {
        return new Diagnosis(Suspicion.SECRET_UNREADABLE, problem);
    }

    static Diagnosis unknown() {
        return new Diagnosis(Suspicion.UNKNOWN, Cause.UNKNOWN.remedy());
    }

    private static String said(Trial trial) {
        return trial.difference() + ". " + trial.cause().remedy();
    }
}
