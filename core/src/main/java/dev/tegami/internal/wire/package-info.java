/** The one socket: lines, TLS upgrade, deadlines, redaction and the SASL exchange. */
@NullMarked
package dev.tegami.internal.wire;

import org.jspecify.annotations.NullMarked;
