package dev.durahook.worker.delivery;

/** A text is no secret. */
final class InvalidSecretException extends RuntimeException {

    private final String problem;

    InvalidSecretException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** The rest of a sentence that begins with the key. It does not quote the text. */
    String problem() {
        return problem;
    }
}
