/** Histories of the examples, recorded on a real server, that today's code has to replay. */
package dev.durahook.examples.replay;
