/** Where Temporal is: configured, running already, started here, or only pretended in memory. Asked in this order. */
@NullMarked
package dev.durahook.standalone.temporal;

import org.jspecify.annotations.NullMarked;
