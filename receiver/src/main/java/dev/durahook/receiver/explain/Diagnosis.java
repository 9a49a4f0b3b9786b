package dev.durahook.receiver.explain;

import dev.durahook.receiver.verification.Rejection;

/**
 * The probable cause of a signature that does not match.
 *
 * @param suspicion the cause, for metrics
 * @param detail the cause and the remedy in words; contains no secret, and no URL, which may contain one
 */
public record Diagnosis(Suspicion suspicion, String detail) {

    /**
     * A guess at the cause, in addition to the {@link Rejection}, which is certain. A closed set, because it is a
     * metric label.
     */
    public enum Suspicion {
        /** The signature is right, but in another encoding. */
        SIGNATURE_ENCODING,
        /** The signature matches a differently formatted body: a proxy or framework has rewritten the body. */
        BODY_RESERIALISED,
        /** The signature matches another URL than the declared one. */
        PUBLIC_URL,
        /** The file of a secret can't be read, and its previous content does not match. */
        SECRET_UNREADABLE,
        /** No trial matched. Most likely the secret differs, or the delivery is forged. */
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
     * A secret's file can't be read.
     *
     * @param problem the secret, the mistake and its remedy
     */
    static Diagnosis unreadable(String problem) {
        return new Diagnosis(Suspicion.SECRET_UNREADABLE, problem);
    }

    static Diagnosis unknown() {
        return new Diagnosis(Suspicion.UNKNOWN, ProbableCause.UNKNOWN.remedy());
    }

    private static String said(Trial trial) {
        return trial.difference() + ". " + trial.cause().remedy();
    }
}
