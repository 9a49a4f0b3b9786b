/**
 * Shared by the verifiers: strict reading of JSON and forms before verification, hashes, and a verifier's properties.
 */
@NullMarked
package dev.durahook.receiver.provider.content;

import org.jspecify.annotations.NullMarked;
