package dev.durahook.receiver.signing;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verifier.Verifier;
import dev.durahook.receiver.verifier.VerifierInputs;

/**
 * Stands for a class of an application in a program that does not contain it, so that this program can still read the
 * configuration and use its other sources.
 */
record AbsentVerifier(String name) implements Verifier {

    @Override
    public Check check(VerifierInputs inputs) {
        throw new InvalidRuleException("is no verifier of the catalogue, and this program does not contain the classes"
                + " of your application: the log of the receiver that contains them says why it refuses a delivery");
    }
}
