/** Faults of handlers, policies and destinations, in a whole worker on a real server. */
package dev.durahook.worker.failures;
