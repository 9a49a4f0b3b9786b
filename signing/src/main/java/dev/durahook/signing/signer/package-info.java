/** What a signer is, and what the signers share: requests, digests, forms, JSON and tokens. */
@NullMarked
package dev.durahook.signing.signer;

import org.jspecify.annotations.NullMarked;
