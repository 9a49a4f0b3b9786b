/** What every part of the worker needs to read its configuration with care. */
@NullMarked
package dev.durahook.worker.configuration;

import org.jspecify.annotations.NullMarked;
