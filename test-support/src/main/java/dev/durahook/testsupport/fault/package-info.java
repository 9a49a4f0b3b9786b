/** A proxy that disturbs the connections to a server. */
@NullMarked
package dev.durahook.testsupport.fault;

import org.jspecify.annotations.NullMarked;
