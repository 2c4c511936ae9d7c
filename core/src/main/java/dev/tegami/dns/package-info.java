/** What mail needs of the DNS: mail exchangers and texts. */
@NullMarked
package dev.tegami.dns;

import org.jspecify.annotations.NullMarked;
