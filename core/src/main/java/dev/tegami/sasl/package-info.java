/** SASL (RFC 4422): credentials, mechanisms and the choice among them. */
@NullMarked
package dev.tegami.sasl;

import org.jspecify.annotations.NullMarked;
