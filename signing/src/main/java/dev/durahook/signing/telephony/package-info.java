/** Signs for the providers of telephone services, which sign URLs, forms or tokens: Bird, Plivo, Twilio, Vonage. */
@NullMarked
package dev.durahook.signing.telephony;

import org.jspecify.annotations.NullMarked;
