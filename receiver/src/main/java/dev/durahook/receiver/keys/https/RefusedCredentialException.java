package dev.durahook.receiver.keys.https;

import java.io.IOException;

/**
 * The provider refused the receiver's credential, so it is unknown whether the key exists. The source's configuration
 * has to be corrected.
 */
public final class RefusedCredentialException extends IOException {

    /**
     * The credential was refused.
     *
     * @param how the reason and the remedy, for the operator's log; must not contain the credential
     */
    public RefusedCredentialException(String how) {
        super(how);
    }
}
