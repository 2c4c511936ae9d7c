/** Transport Neutral Encapsulation Format (MS-OXTNEF): attributes, MAPI properties and compressed RTF. */
@NullMarked
package dev.tegami.internal.mime.tnef;

import org.jspecify.annotations.NullMarked;
