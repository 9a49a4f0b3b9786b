/**
 * Handles requests before their source is known. Only one class reads bodies; it limits how slowly a body may arrive
 * and how much memory bodies use. Independent of sources and events.
 */
@NullMarked
package dev.durahook.receiver.http;

import org.jspecify.annotations.NullMarked;
