/** The interface of all signers, and the requests, digests, forms, JSON and tokens that signers share. */
@NullMarked
package dev.durahook.signing.signer;

import org.jspecify.annotations.NullMarked;
