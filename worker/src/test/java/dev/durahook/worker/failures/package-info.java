/** What handlers, policies and destinations can do wrong, in the whole worker on a real server. */
package dev.durahook.worker.failures;
