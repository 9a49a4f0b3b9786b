/** The tests that an author writes for a handler. They take seconds and need neither a server nor Spring. */
package dev.durahook.examples;
