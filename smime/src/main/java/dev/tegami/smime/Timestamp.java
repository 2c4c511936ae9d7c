package dev.tegami.smime;

import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * When a signature existed at the latest, by the word of a timestamp authority that is trusted (RFC 3161). Immutable.
 *
 * @param time the time
 * @param authority the authority's certificate
 * @param policy the object identifier of the rules by which the authority made it
 */
public record Timestamp(Instant time, X509Certificate authority, String policy) {}
