/** Strict reading of what verifiers need before a delivery is verified, and what describes a verifier. */
@NullMarked
package dev.durahook.receiver.provider.content;

import org.jspecify.annotations.NullMarked;
