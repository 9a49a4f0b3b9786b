package dev.durahook.receiver.signature;

import java.util.List;
import java.util.Optional;

/** Tells the signatures of a sender from all others. */
interface SignatureCheck {

    /** Whether one of the signatures that were sent is that of the content. */
    boolean matches(List<byte[]> candidates, Secret secret, List<byte[]> content);

    /** What is wrong with the form of a signature that was sent; empty if a genuine one could look like it. */
    Optional<String> malformation(byte[] candidate);
}
