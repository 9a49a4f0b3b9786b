/** Reads a delivery from a request: its headers, encodings and origin. */
@NullMarked
package dev.durahook.receiver.ingest.request;

import org.jspecify.annotations.NullMarked;
