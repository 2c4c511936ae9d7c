/** How a protocol reaches its server: options, TLS, deadlines, trace and the errors of the network. */
@NullMarked
package dev.tegami.net;

import org.jspecify.annotations.NullMarked;
