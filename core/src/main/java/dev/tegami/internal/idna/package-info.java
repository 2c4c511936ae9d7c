/** International domain names, for addresses and for hosts. */
@NullMarked
package dev.tegami.internal.idna;

import org.jspecify.annotations.NullMarked;
