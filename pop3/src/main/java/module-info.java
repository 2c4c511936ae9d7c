/** POP3 client. */
@SuppressWarnings("module") // the protocol's name ends in a digit
module dev.tegami.pop3 {
    requires static transitive org.jspecify;
    requires transitive dev.tegami.core;

    exports dev.tegami.pop3;
}
