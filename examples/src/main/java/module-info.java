/** The demo, the examples and the command line. A module like any user's: it sees exported packages only. */
@SuppressWarnings({"requires-automatic", "module"}) // the embedded servers are no modules; a name that ends in a digit
module dev.tegami.examples {
    requires static org.jspecify;
    requires dev.tegami.core;
    requires dev.tegami.smime;
    requires dev.tegami.smtp;
    requires dev.tegami.imap;
    requires dev.tegami.pop3;
    requires info.picocli;

    opens dev.tegami.examples.cli to
            info.picocli;
    opens dev.tegami.examples.programs to
            info.picocli;

    // only for the demo's own servers and its own authority
    requires greenmail;
    requires subethasmtp;
    requires jakarta.mail;
    requires org.slf4j;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;

    // only to show both side by side
    requires org.bouncycastle.mail;
}
