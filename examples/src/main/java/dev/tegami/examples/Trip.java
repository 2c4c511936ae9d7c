package dev.tegami.examples;

import dev.tegami.mime.Message;
import dev.tegami.mime.Outline;
import dev.tegami.smime.Identity;
import dev.tegami.smime.Keys;
import dev.tegami.smime.Opened;
import dev.tegami.smime.Smime;
import java.io.IOException;
import java.security.GeneralSecurityException;

/** One letter's whole trip from one person to another through the doors of an account. */
final class Trip {
    private final DemoAuthority authority;
    private final Doors doors;
    private final Narrator narrator;

    Trip(DemoAuthority authority, Doors doors, Narrator narrator) {
        this.authority = authority;
        this.doors = doors;
        this.narrator = narrator;
    }

    /**
     * Makes the trip.
     *
     * @throws IllegalStateException if the letter that arrives is not the one that was sent
     */
    void make(String sender, String recipient) throws IOException, GeneralSecurityException {
        Identity ada = authority.person("Ada", sender);
        Identity bob = authority.person("Bob", recipient);

        narrator.step("A letter is written");
        Message letter = DemoLetter.from(sender, recipient);
        narrator.tell(Outline.tree(letter));

        narrator.step("It is signed by Ada and encrypted for Bob");
        Message closed = letter.with(Smime.sign(ada)).with(Smime.encrypt(bob.certificate(), ada.certificate()));
        narrator.tell("signed with the key of " + nameOf(ada));
        narrator.tell("readable for " + nameOf(bob) + " and " + nameOf(ada));
        narrator.tell(Outline.tree(closed));

        narrator.step("It is submitted over STARTTLS and AUTH");
        Sending.send(closed, doors.smtp(), narrator);

        String id = closed.messageId().orElseThrow();
        narrator.step("Bob reads it by IMAP4, its summary first");
        Message read = Reading.read(doors.imap(), id, narrator);

        narrator.step("Bob collects it by POP3 and leaves it on the server");
        Message collected = Collecting.collect(doors.pop3(), id, narrator);
        Collecting.tellWhatIsLeft(doors.pop3(), narrator);

        narrator.step("What came by IMAP4 is opened with Bob's key");
        open(read, bob);
        narrator.step("What came by POP3 is opened with Bob's key");
        open(collected, bob);
    }

    private void open(Message arrived, Identity bob) throws IOException, GeneralSecurityException {
        Opened opened = Judging.open(arrived, Keys.of(bob), authority.trust(), narrator);
        if (!opened.isTrusted() || !opened.isDecrypted()) {
            throw new IllegalStateException("the letter that arrived is not the one that was sent");
        }
        narrator.tell("subject " + opened.message().subject().orElse("none"));
        Judging.compare(opened.message(), narrator);
    }

    private static String nameOf(Identity who) {
        return who.certificate().getSubjectX500Principal().getName();
    }
}
