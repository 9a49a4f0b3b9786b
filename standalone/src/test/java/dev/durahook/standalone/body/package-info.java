/** Bodies that an application reads with both versions of Jackson on its class path. */
@NullMarked
package dev.durahook.standalone.body;

import org.jspecify.annotations.NullMarked;
