/** SMTP submission and relay. */
module dev.tegami.smtp {
    requires static transitive org.jspecify;
    requires transitive dev.tegami.core;

    exports dev.tegami.smtp;
}
