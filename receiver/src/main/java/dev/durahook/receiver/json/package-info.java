/**
 * Reads single values of a JSON body, such as a signed timestamp, and cuts an array into its elements, without building
 * a tree of unverified size.
 */
@NullMarked
package dev.durahook.receiver.json;

import org.jspecify.annotations.NullMarked;
