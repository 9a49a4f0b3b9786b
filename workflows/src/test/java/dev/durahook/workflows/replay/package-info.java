/** Histories of shipped behaviour, recorded on a real server, that today's code has to replay. */
package dev.durahook.workflows.replay;
