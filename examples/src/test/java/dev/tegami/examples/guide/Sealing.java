package dev.tegami.examples.guide;

import dev.tegami.mime.Message;
import dev.tegami.smime.FieldReport;
import dev.tegami.smime.HeaderConfidentiality;
import dev.tegami.smime.Identity;
import dev.tegami.smime.Keys;
import dev.tegami.smime.Opened;
import dev.tegami.smime.Policy;
import dev.tegami.smime.SignatureKind;
import dev.tegami.smime.Smime;
import dev.tegami.smime.Trust;
import java.security.cert.X509Certificate;
import java.util.List;

/** Protected headers, and keys for the time after quantum computers. */
final class Sealing {
    private Sealing() {}

    static Message seal(Message note, Identity ada, X509Certificate bob) {
        return note.with(
                Smime.encrypt(bob, ada.certificate()).signedBy(Smime.sign(ada)).protectingHeaders());
    }

    static Message sealShyly(Message note, Identity ada, X509Certificate bob) {
        return note.with(Smime.encrypt(bob, ada.certificate())
                .signedBy(Smime.sign(ada))
                .protectingHeaders(HeaderConfidentiality.shy()));
    }

    static Message answer(Opened letter, Identity bob, X509Certificate ada) {
        Message answer =
                letter.message().reply().from("bob@example.org").text("Yes.").build();
        return answer.with(Smime.encrypt(ada, bob.certificate())
                .signedBy(Smime.sign(bob))
                .protectingHeaders(HeaderConfidentiality.baseline().answering(letter)));
    }

    static List<String> hidden(Opened letter) {
        return letter.headers().fields().stream()
                .filter(field -> field.outside() == FieldReport.Outside.HIDDEN)
                .map(field -> field.field().name() + ": " + field.field().value() + " " + field.protection())
                .toList();
    }

    static Message signTwice(Message note, Identity classic, Identity quantumSafe) {
        return note.with(Smime.sign(classic, quantumSafe));
    }

    static boolean isSignedBothWays(Message message, Trust trust) {
        Policy both = Policy.standard().requiring(SignatureKind.CLASSIC, SignatureKind.POST_QUANTUM);
        return Smime.open(message, Keys.none(), trust, both).isTrusted();
    }

    static Message encryptForAll(Message note, X509Certificate mlKem, X509Certificate rsa) {
        return note.with(Smime.encrypt(mlKem, rsa));
    }
}
