/** CMS (RFC 5652) over octet sources: no mail, no policy, no trust. */
@NullMarked
package dev.tegami.smime.internal;

import org.jspecify.annotations.NullMarked;
