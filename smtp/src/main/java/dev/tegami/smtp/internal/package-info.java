/** Commands, replies and bodies of SMTP as octets. */
@NullMarked
package dev.tegami.smtp.internal;

import org.jspecify.annotations.NullMarked;
