/**
 * How a protocol reaches its server: options, TLS, deadlines, trace and the errors of the network.
 *
 * <p>What happens is told at four levels of detail: {@link Trace} hears every line; the events of JDK Flight Recorder
 * {@code dev.tegami.Connection} and {@code dev.tegami.Command} have times and octets; the {@link System.Logger} {@code
 * dev.tegami.wire} says what an operator wants to know; errors say what the caller can do. The logger has at WARNING what
 * was done with less protection than there could be (no TLS to another machine, a channel binding given up), at DEBUG
 * connections, TLS sessions, logins by SASL, failures and ends, and nothing at INFO. No secret and no line of a message is
 * ever in it.
 */
@NullMarked
package dev.tegami.net;

import org.jspecify.annotations.NullMarked;
