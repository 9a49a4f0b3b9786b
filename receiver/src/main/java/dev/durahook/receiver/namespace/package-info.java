/** Whether the namespace keeps events for long enough and takes bodies that are as large as the sources may send. */
@NullMarked
package dev.durahook.receiver.namespace;

import org.jspecify.annotations.NullMarked;
