/** A package of a jar with handlers. */
package com.acme.records;
