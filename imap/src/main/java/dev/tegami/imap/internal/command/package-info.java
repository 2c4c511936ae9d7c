/** One type per command, named as the RFC names it, and the conversation that runs them. */
@NullMarked
package dev.tegami.imap.internal.command;

import org.jspecify.annotations.NullMarked;
