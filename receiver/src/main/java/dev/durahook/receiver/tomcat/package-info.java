/**
 * Adapts Tomcat to the receiver: limits the time for headers, keeps idle connections for as long as proxies do, accepts
 * host names with underscores, and answers requests that Tomcat refuses with a problem. On other servers, the receiver
 * runs without this package.
 */
@NullMarked
package dev.durahook.receiver.tomcat;

import org.jspecify.annotations.NullMarked;
