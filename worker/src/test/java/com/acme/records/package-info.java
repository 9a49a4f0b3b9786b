/** Of a jar of handlers. */
package com.acme.records;
