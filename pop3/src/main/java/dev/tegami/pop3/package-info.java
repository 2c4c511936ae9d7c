/** POP3 (RFC 1939). */
@NullMarked
package dev.tegami.pop3;

import org.jspecify.annotations.NullMarked;
