/** Secrets stay out of everything that is kept or shown. */
@NullMarked
package dev.durahook.standalone.secrets;

import org.jspecify.annotations.NullMarked;
