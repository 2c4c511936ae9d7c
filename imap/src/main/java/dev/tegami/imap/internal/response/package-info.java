/** One type per response, and its parser. */
@NullMarked
package dev.tegami.imap.internal.response;

import org.jspecify.annotations.NullMarked;
