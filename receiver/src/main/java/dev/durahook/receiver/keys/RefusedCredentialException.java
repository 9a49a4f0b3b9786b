package dev.durahook.receiver.keys;

import java.io.IOException;

/** The provider refuses the credential that we ask with, so nothing is known of the key. The configuration is at fault. */
public final class RefusedCredentialException extends IOException {

    /**
     * A credential that is refused.
     *
     * @param how for the operator's log, with the remedy; never the credential
     */
    public RefusedCredentialException(String how) {
        super(how);
    }
}
