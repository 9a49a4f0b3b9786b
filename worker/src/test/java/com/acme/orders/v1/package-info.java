/** Version 1 of a team's workflows. */
package com.acme.orders.v1;
