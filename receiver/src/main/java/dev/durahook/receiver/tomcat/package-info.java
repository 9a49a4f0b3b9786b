/**
 * What of the door only Tomcat can do: end headers that come too slowly, take a host's name as proxies write it, and
 * answer in our form what Tomcat refuses by itself. On another server the receiver works without.
 */
@NullMarked
package dev.durahook.receiver.tomcat;

import org.jspecify.annotations.NullMarked;
