/** Messages (MIME), and the wire, TLS and SASL that the protocol modules share. */
@SuppressWarnings("module") // qualified exports name modules that are compiled later
module dev.tegami.core {
    requires static transitive org.jspecify;
    requires transitive jakarta.activation;
    requires java.naming;
    requires transitive java.security.sasl;
    requires jdk.jfr;
    requires com.ongres.scram.client;

    exports dev.tegami;
    exports dev.tegami.dns;
    exports dev.tegami.mime;
    exports dev.tegami.mime.report;
    exports dev.tegami.mime.trace;
    exports dev.tegami.net;
    exports dev.tegami.sasl;
    exports dev.tegami.store;
    exports dev.tegami.internal.wire to
            dev.tegami.smtp,
            dev.tegami.imap,
            dev.tegami.pop3,
            dev.tegami.smime;
}
