/** IMAP4 (RFC 3501, RFC 9051). */
@NullMarked
package dev.tegami.imap;

import org.jspecify.annotations.NullMarked;
