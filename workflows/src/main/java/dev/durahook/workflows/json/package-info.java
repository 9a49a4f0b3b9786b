/**
 * Reads or replaces single values of a JSON body, and cuts an array into its elements, without building a tree. The bytes
 * outside the wanted values need not be valid.
 */
@NullMarked
package dev.durahook.workflows.json;

import org.jspecify.annotations.NullMarked;
