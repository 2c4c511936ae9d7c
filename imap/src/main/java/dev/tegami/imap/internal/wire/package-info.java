/** Octets of IMAP: frames, tokens, commands. */
@NullMarked
package dev.tegami.imap.internal.wire;

import org.jspecify.annotations.NullMarked;
