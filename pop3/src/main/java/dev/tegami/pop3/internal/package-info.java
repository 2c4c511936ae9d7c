/** The commands of POP3, its replies, and the dialogue of the two. */
@NullMarked
package dev.tegami.pop3.internal;

import org.jspecify.annotations.NullMarked;
