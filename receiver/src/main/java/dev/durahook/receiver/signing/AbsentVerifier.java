package dev.durahook.receiver.signing;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verifier.Verifier;
import dev.durahook.receiver.verifier.VerifierInputs;

/**
 * Stands for a verifier of an application in a program that does not contain the application's classes, such as the
 * command line. So this program can still read the configuration and use the other sources.
 */
record AbsentVerifier(String name) implements Verifier {

    @Override
    public Check check(VerifierInputs inputs) {
        throw new InvalidRuleException("names a verifier that is not in the catalogue, and this program does not"
                + " contain your application's classes: see the log of your receiver for why it refuses a delivery");
    }
}
