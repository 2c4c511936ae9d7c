/** IMAP4 client. */
module dev.tegami.imap {
    requires static transitive org.jspecify;
    requires transitive dev.tegami.core;

    exports dev.tegami.imap;
}
