/** Signs by the rule of a row of {@code schemes.yml}. */
@NullMarked
package dev.durahook.signing.rule;

import org.jspecify.annotations.NullMarked;
