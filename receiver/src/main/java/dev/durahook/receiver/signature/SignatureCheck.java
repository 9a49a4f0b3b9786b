package dev.durahook.receiver.signature;

import dev.durahook.receiver.secret.Secret;
import java.util.List;
import java.util.Optional;

/** Compares the signatures in a delivery with the signed content. */
interface SignatureCheck {

    /** Whether one of the candidates is the signature of the content. */
    boolean matches(List<byte[]> candidates, Secret secret, List<byte[]> content);

    /** The mistake in a candidate's form; empty if a genuine signature could have this form. */
    Optional<String> malformation(byte[] candidate);
}
