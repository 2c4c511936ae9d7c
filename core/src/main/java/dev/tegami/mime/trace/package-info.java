/** What servers write on a message on its way: where it came from (RFC 5321) and what they found out (RFC 8601). */
@NullMarked
package dev.tegami.mime.trace;

import org.jspecify.annotations.NullMarked;
