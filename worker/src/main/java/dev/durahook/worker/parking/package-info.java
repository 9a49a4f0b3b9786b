/** Makes parked events searchable by a search attribute, and counts them. */
@NullMarked
package dev.durahook.worker.parking;

import org.jspecify.annotations.NullMarked;
