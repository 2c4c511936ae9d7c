/** Messages: compose, parse, edit and write MIME (RFC 5322, RFC 2045 to 2049). */
@NullMarked
package dev.tegami.mime;

import org.jspecify.annotations.NullMarked;
