/** What the tests share: a real Temporal server, faults on the way to it, a child process to kill, the corpus. */
@NullMarked
package dev.durahook.testsupport;

import org.jspecify.annotations.NullMarked;
