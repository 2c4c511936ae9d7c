/** What single servers get wrong, and what we do about it: one class for each, with the transcript that shows it. */
@NullMarked
package dev.tegami.imap.internal.quirk;

import org.jspecify.annotations.NullMarked;
