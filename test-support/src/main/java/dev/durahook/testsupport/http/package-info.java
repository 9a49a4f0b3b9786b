/** HTTP requests as no HTTP client would send them, and requests on connections of their own. */
@NullMarked
package dev.durahook.testsupport.http;

import org.jspecify.annotations.NullMarked;
