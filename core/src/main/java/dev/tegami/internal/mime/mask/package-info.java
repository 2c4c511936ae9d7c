/** Takes words out of messages, octet for octet, so that every offset, length and defect stays. */
@NullMarked
package dev.tegami.internal.mime.mask;

import org.jspecify.annotations.NullMarked;
