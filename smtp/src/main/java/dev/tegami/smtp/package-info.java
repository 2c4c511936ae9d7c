/** SMTP (RFC 5321) and message submission (RFC 6409). */
@NullMarked
package dev.tegami.smtp;

import org.jspecify.annotations.NullMarked;
