package dev.tegami.examples;

import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.smime.Axis;
import dev.tegami.smime.Keys;
import dev.tegami.smime.Layer;
import dev.tegami.smime.Opened;
import dev.tegami.smime.Smime;
import dev.tegami.smime.Trust;
import java.io.IOException;

/** Opens a letter: decrypts it, judges its signature, and compares what was in it with what was sent. */
final class Judging {
    private Judging() {}

    static Opened open(Message letter, Keys keys, Trust trust, Narrator narrator) {
        Opened opened = Smime.open(letter, keys, trust);
        opened.layers().forEach(layer -> narrator.tell(say(layer)));
        for (Axis axis : Axis.values()) {
            narrator.tell(axis + ": " + opened.verdict().mark(axis));
        }
        opened.verdict()
                .reasons()
                .forEach(reason -> narrator.tell("because " + reason.code() + ": " + reason.detail()));
        narrator.tell("the signature covers: " + opened.verdict().coverage());
        narrator.tell(opened.isTrusted() ? "=> the letter is its author's" : "=> do not believe this letter");
        return opened;
    }

    private static String say(Layer layer) {
        if (layer instanceof Layer.Encrypted encrypted) {
            return "encrypted with " + encrypted.cipher() + " for " + encrypted.recipients()
                    + ", opened with the key of "
                    + encrypted
                            .recipient()
                            .map(who ->
                                    who.certificate().getSubjectX500Principal().getName())
                            .orElse("nobody here");
        }
        if (layer instanceof Layer.Signed signed) {
            return "signed, " + signed.form();
        }
        return "compressed";
    }

    /** Compares the picture and every attachment with the file that was put in. */
    static void compare(Message opened, Narrator narrator) throws IOException {
        for (Part attachment : opened.attachments()) {
            String name = attachment.fileName().or(attachment::contentId).orElse("");
            byte[] octets = attachment.content().orElseThrow().bytes();
            boolean same = DemoLetter.isOriginal(name, octets);
            narrator.tell(name + " (" + attachment.contentType() + "): " + octets.length + " octets, "
                    + (same ? "the very ones that were sent" : "NOT what was sent"));
            if (!same) {
                throw new IllegalStateException(name + " was changed on the way");
            }
        }
        if (opened.attachments().size() != DemoLetter.FILES.size()) {
            throw new IllegalStateException("a file was lost on the way");
        }
    }
}
