package dev.tegami.benchmarks.smime;

import dev.tegami.mime.Message;
import dev.tegami.smime.Axis;
import dev.tegami.smime.Identity;
import dev.tegami.smime.Keys;
import dev.tegami.smime.Mark;
import dev.tegami.smime.Opened;
import dev.tegami.smime.Smime;
import dev.tegami.smime.Trust;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Ours. It trusts nobody, so that no path of certificates is built or checked: the peers and the primitives do not do
 * that either.
 */
final class TegamiSuite implements Suite {
    private final Letter letter;
    private final Message message;
    private final Identity identity;
    private final byte[] signed;
    private final byte[] gcm;
    private final byte[] cbc;
    private final Trust nobody = Trust.nobody();

    TegamiSuite(Letter letter) {
        this.letter = letter;
        this.message = letter.message();
        this.identity = letter.identity();
        this.signed = letter.signed();
        this.gcm = letter.encrypted(Work.Cipher.GCM);
        this.cbc = letter.encrypted(Work.Cipher.CBC);
    }

    private static long written(Message made) throws IOException {
        made.writeTo(OutputStream.nullOutputStream());
        return made.header().fields().size();
    }

    @Override
    public long sign() throws IOException {
        return written(message.with(Smime.sign(identity)));
    }

    @Override
    public long verify() {
        Opened opened = Smime.open(Message.parse(signed), Keys.none(), nobody);
        if (opened.verdict().mark(Axis.INTEGRITY) != Mark.GOOD) {
            throw new IllegalStateException("the signature is good, and was not found so");
        }
        return opened.layers().size();
    }

    @Override
    public long encrypt(Work.Cipher cipher) throws IOException {
        return written(message.with(letter.encryption(cipher)));
    }

    @Override
    public long decrypt(Work.Cipher cipher) throws IOException {
        Message parsed = Message.parse(cipher == Work.Cipher.GCM ? gcm : cbc);
        Opened opened = Smime.open(parsed, Keys.of(identity), nobody);
        opened.message().root().content().orElseThrow().decoded().writeTo(OutputStream.nullOutputStream());
        return opened.layers().size();
    }
}
