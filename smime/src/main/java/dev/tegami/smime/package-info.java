/** S/MIME 4.0 (RFC 8551): functions on messages that sign, encrypt and open. */
@NullMarked
package dev.tegami.smime;

import org.jspecify.annotations.NullMarked;
