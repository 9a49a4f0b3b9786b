/** Commands for a person with a terminal: sign and send a test event of any provider, and explain a 401. */
@NullMarked
package dev.durahook.standalone.cli;

import org.jspecify.annotations.NullMarked;
