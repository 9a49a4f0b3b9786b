/** Starts the applications, the server and the destinations, each as a process of its own. */
@NullMarked
package dev.durahook.reliability.install;

import org.jspecify.annotations.NullMarked;
