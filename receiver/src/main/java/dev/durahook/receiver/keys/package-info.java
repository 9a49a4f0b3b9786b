/**
 * Fetches the keys with which providers sign. Where from is said by the delivery that is to be verified, so nothing is
 * fetched before its address was checked, and what is fetched is bounded in size, time and number.
 */
@NullMarked
package dev.durahook.receiver.keys;

import org.jspecify.annotations.NullMarked;
