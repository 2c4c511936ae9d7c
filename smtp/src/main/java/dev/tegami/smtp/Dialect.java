package dev.tegami.smtp;

import dev.tegami.internal.wire.Protocol;
import dev.tegami.smtp.internal.Hello;

/** What is spoken. */
enum Dialect {
    /** RFC 5321; as submission it has ports of its own (RFC 8314). */
    SMTP("EHLO"),
    /** RFC 2033. It has one port, and no other for TLS. */
    LMTP("LHLO");

    private static final Protocol BY_SMTP = Protocol.of("smtp", 587, 465);
    private static final Protocol BY_LMTP = Protocol.of("lmtp", 24, 24);

    private final String hello;

    Dialect(String hello) {
        this.hello = hello;
    }

    Protocol protocol() {
        return this == SMTP ? BY_SMTP : BY_LMTP;
    }

    Hello hello(String name) {
        return new Hello(hello, name);
    }
}
