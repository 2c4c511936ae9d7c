/** The scanner, the grammars and the encodings of MIME. */
@NullMarked
package dev.tegami.internal.mime;

import org.jspecify.annotations.NullMarked;
