/** Replays histories of the examples, which were recorded on a real server, with the current code. */
package dev.durahook.examples.replay;
