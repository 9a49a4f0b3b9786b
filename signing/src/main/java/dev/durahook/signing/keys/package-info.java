/**
 * Signs for Amazon SNS, PayPal and Plaid with generated keys. A receiver under test fetches these keys instead of the
 * provider's keys.
 */
@NullMarked
package dev.durahook.signing.keys;

import org.jspecify.annotations.NullMarked;
