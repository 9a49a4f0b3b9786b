/** Signs for Amazon SNS, PayPal and Plaid with generated keys, which a receiver fetches instead of the real ones. */
@NullMarked
package dev.durahook.signing.keys;

import org.jspecify.annotations.NullMarked;
