/** HTTP requests as no HTTP client would send them. */
@NullMarked
package dev.durahook.testsupport.http;

import org.jspecify.annotations.NullMarked;
