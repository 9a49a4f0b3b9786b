/**
 * Shared by the tests of all modules: waiting, log lines, free ports and the corpus. Servers, faults and processes have
 * packages of their own.
 */
@NullMarked
package dev.durahook.testsupport;

import org.jspecify.annotations.NullMarked;
