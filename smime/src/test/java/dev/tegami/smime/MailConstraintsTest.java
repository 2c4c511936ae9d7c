package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.OtherName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constraints on mail names hold for SmtpUTF8Mailbox as they do for rfc822Name. */
class MailConstraintsTest {
    private static final ASN1ObjectIdentifier SMTP_UTF8 = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.9");
    private static final Authority ROOT = Authority.root("CN=Root of names");

    private static Mark trust(String form, String mailbox, String kind, String constraint) {
        GeneralSubtree[] subtrees = {new GeneralSubtree(new GeneralName(GeneralName.rfc822Name, constraint))};
        NameConstraints constraints =
                kind.equals("permitted") ? new NameConstraints(subtrees, null) : new NameConstraints(null, subtrees);
        Authority middle =
                ROOT.below("CN=Constrained", new Authority.Extra(Extension.nameConstraints, true, constraints));
        GeneralName name = form.equals("utf8")
                ? new GeneralName(GeneralName.otherName, new OtherName(SMTP_UTF8, new DERUTF8String(mailbox)))
                : new GeneralName(GeneralName.rfc822Name, mailbox);
        Message letter = Message.compose()
                .from(mailbox)
                .to("bob@example.net")
                .text("Hello\r\n")
                .build()
                .with(Smime.sign(middle.person(name, ROOT)));
        return Smime.open(letter, Keys.none(), Trust.of(ROOT.certificate()))
                .verdict()
                .mark(Axis.TRUST);
    }

    @ParameterizedTest
    @CsvSource({
        "rfc822, ada@example.org, permitted, example.org, GOOD",
        "rfc822, ada@example.org, permitted, example.com, BAD",
        "utf8, 手紙@example.org, permitted, example.org, GOOD",
        "utf8, 手紙@example.org, permitted, example.com, BAD",
        "utf8, 手紙@mail.example.org, permitted, .example.org, GOOD",
        "utf8, 手紙@example.org, permitted, .example.org, BAD",
        "utf8, 手紙@example.org, permitted, ada@example.org, BAD",
        "utf8, 手紙@example.org, excluded, example.org, BAD",
        "utf8, 手紙@EXAMPLE.org, excluded, example.ORG, BAD",
        "utf8, 手紙@example.org, excluded, example.com, GOOD",
    })
    void whatAnAuthorityMayVouchFor(String form, String mailbox, String kind, String constraint, Mark expected) {
        assertThat(trust(form, mailbox, kind, constraint)).isEqualTo(expected);
    }
}
