/** The application of docs/add-an-event-type.md. */
package com.acme;
